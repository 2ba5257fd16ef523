"""Writes the numbers of a trained network for Java, and its answers to a drawn picture for the test that both compute alike.

The numbers, all big-endian: the letters SLTN; as int32 the fine channels, the wide channels, the number of layers of the body, the dilation
of each; then float32: weights and biases of the first convolution, of each layer (fine, down, body) those of 3 × 3 of each channel and the
weights and biases of the mix, of the head. Batch normalisation is folded into the weights and biases before it.

The answers: the probability of each cell of the drawn picture, 12 rows of 16, with tabs between.

The picture is 64 wide and 48 high. x and y count from its upper left corner, all are integers, / is rounded down:

    grey(x, y) = y >= 30           ? (x * x * 7 + y * y * 13 + x * y * 5 + (x / 5) * 31 * (y / 7)) & 255    texture
               : y < 8 || y >= 20  ? 60                                                                     flat
               : x % 9 < 2 || x % 9 >= 5 && x % 9 < 7 || y == 14 && x % 9 < 7 ? 60 + 2 * x                  a row of H, fainter to the left
               : 60
"""
import argparse
import struct

import numpy as np
import torch

from network import Network
from samples import CELL, ROOM

WIDTH, HEIGHT = 64, 48


def folded(weight, normalisation):
    """Weights (out × …) and biases that give what the normalisation gives after the given weights."""
    scale = normalisation.weight / torch.sqrt(normalisation.running_var + normalisation.eps)
    shape = [-1] + [1] * (weight.dim() - 1)
    return weight * scale.view(shape), normalisation.bias - normalisation.running_mean * scale


def numbers(network):
    """The file for Java."""
    layers = [network.fine, network.down, *network.body]
    fine, wide = len(network.first[0].weight), network.head.weight.shape[1]
    counts = [fine, wide, len(network.body), *[layer.dw.dilation[0] for layer in network.body]]
    tensors = [*folded(network.first[0].weight, network.first[1])]
    for layer in layers:
        tensors += [layer.dw.weight, *folded(layer.pw.weight, layer.bn)]
    tensors += [network.head.weight, network.head.bias]
    floats = np.concatenate([tensor.detach().numpy().ravel() for tensor in tensors])
    return b'SLTN' + struct.pack(f'>{len(counts)}i', *counts) + floats.astype('>f4').tobytes()


def drawn():
    """The picture that is described above: HEIGHT × WIDTH, 0 to 255."""
    y, x = np.indices((HEIGHT, WIDTH))
    column = x % 9
    letters = (column < 2) | (column >= 5) & (column < 7) | (y == 14) & (column < 7)
    flat = np.where(letters & (y >= 8) & (y < 20), 60 + 2 * x, 60)
    texture = (x * x * 7 + y * y * 13 + x * y * 5 + x // 5 * 31 * (y // 7)) & 255
    return np.where(y >= 30, texture, flat)


def probabilities(network, picture):
    """Of each cell (height / CELL × width / CELL), with the edge of the picture repeated outwards."""
    around = np.pad(picture, ROOM, mode='edge').astype(np.float32)
    with torch.no_grad():
        cells = torch.sigmoid(network(torch.from_numpy(around)[None, None]))[0].numpy()
    beyond = ROOM // CELL
    return cells[beyond:-beyond, beyond:-beyond]


def main():
    parser = argparse.ArgumentParser(description='Writes the numbers of a network for Java.')
    parser.add_argument('trained', help='numbers as train.py wrote them, .pt')
    parser.add_argument('out', help='numbers for Java')
    parser.add_argument('answers', help='answers to the drawn picture, .tsv')
    options = parser.parse_args()
    torch.set_num_threads(1)
    network = Network()
    network.load_state_dict(torch.load(options.trained))
    network.eval()
    with open(options.out, 'wb') as out:
        out.write(numbers(network))
    np.savetxt(options.answers, probabilities(network, drawn()), '%.6f', '\t')


if __name__ == '__main__':
    main()
