"""The network that says where writing is. What Java computes is the same with batch normalisation folded in."""
import torch
from torch import nn


class Layer(nn.Module):
    """A separable convolution (Howard et al. 2017): each channel by itself, then a mix of channels; its input is added where shapes allow.

    dw: 3 × 3 of each channel. pw: 1 × 1 over channels. bn: batch normalisation.
    """

    def __init__(self, channels, out, stride=1, dilation=1):
        super().__init__()
        self.dw = nn.Conv2d(channels, channels, 3, stride, dilation, dilation, groups=channels, bias=False)
        self.pw = nn.Conv2d(channels, out, 1, bias=False)
        self.bn = nn.BatchNorm2d(out)
        self.adds = channels == out and stride == 1

    def forward(self, x):
        y = self.bn(self.pw(self.dw(x)))
        return torch.relu(x + y if self.adds else y)


class Network(nn.Module):
    """Grey levels 0 to 255, float (N, 1, height, width), sides multiples of 4, to the logit of each cell (N, height / 4, width / 4)."""

    def __init__(self, fine=32, wide=48, dilations=(1, 2, 1, 3, 1)):
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(4, fine, 3, 1, 1, bias=False), nn.BatchNorm2d(fine), nn.ReLU())
        self.fine = Layer(fine, fine)
        self.down = Layer(fine, wide, 2)
        self.body = nn.Sequential(*[Layer(wide, wide, 1, dilation) for dilation in dilations])
        self.head = nn.Conv2d(wide, 1, 1)

    def forward(self, grey):
        x = nn.functional.pixel_unshuffle((grey - 128) / 64, 2)
        return self.head(self.body(self.down(self.fine(self.first(x)))))[:, 0]
