"""Trains the network for some minutes on words.pkl, large.pkl, small.pkl and grounds/*.npy, which may grow meanwhile."""
import argparse
import pickle
import time

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from network import Network
from samples import Grounds, Samples

BATCH = 32
TELLS = 100
"""Steps after which it says how it goes and keeps the numbers."""


def load(path):
    with open(path, 'rb') as file:
        return pickle.load(file)


class Stream(torch.utils.data.IterableDataset):
    """Batches without end; others at each start, so that a later round sees other pieces."""

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        rng = np.random.default_rng(1000 + (worker.id if worker else 0) + int(time.time()))
        samples = Samples(rng, Grounds('grounds/*.npy'), load('words.pkl'), load('large.pkl'), load('small.pkl'))
        while True:
            yield samples.batch(BATCH)


def learning_rate(highest, step, done):
    """Rises over 200 steps, falls as a cosine with the share of time that is done (0 to 1)."""
    return highest * min(1, step / 200) * (.5 + .5 * np.cos(np.pi * done)) + 1e-5


def loss_of(logit, target, weight):
    """Cross entropy; cells of which the network is wrongly sure weigh more (after Lin et al. 2017, focal loss).

    All are N × rows × columns.
    """
    entropy = binary_cross_entropy_with_logits(logit, target, reduction='none')
    probability = torch.sigmoid(logit)
    wrong = torch.where(target > .5, 1 - probability, probability).detach()
    return (entropy * weight * (.25 + wrong * 2)).sum() / weight.sum()


@torch.no_grad()
def errors(logit, target, weight):
    """Shares: of cells that are called writing falsely, and of cells with writing that are missed."""
    asked = weight > .5
    called = logit > 0
    false = (called & (target < .5) & asked).float().sum() / asked.sum()
    missed = (~called & (target > .5) & asked).float().sum() / (target * asked).sum()
    return false, missed


def train(network, highest, minutes, out):
    """Keeps the numbers of the network in out."""
    optimizer = torch.optim.AdamW(network.parameters(), highest, weight_decay=1e-4)
    batches = torch.utils.data.DataLoader(Stream(), batch_size=None, num_workers=1, prefetch_factor=4)
    start = time.time()
    losses = []
    for grey, target, weight in batches:
        seconds = time.time() - start
        if seconds >= 60 * minutes:
            break
        rate = learning_rate(highest, len(losses), seconds / 60 / minutes)
        for group in optimizer.param_groups:
            group['lr'] = rate
        logit = network(grey[:, None].float())
        loss = loss_of(logit, target, weight)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        if len(losses) % TELLS == 0:
            false, missed = errors(logit, target, weight)
            mean = np.mean(losses[-TELLS:])
            print(f'{len(losses)} {seconds:.0f} s, loss {mean:.4f}, false {false:.4f}, missed {missed:.4f}, rate {rate:.5f}', flush=True)
            torch.save(network.state_dict(), out)
    torch.save(network.state_dict(), out)
    print(len(losses), 'steps')


def main():
    parser = argparse.ArgumentParser(description='Trains the network that finds writing.')
    parser.add_argument('minutes', type=float)
    parser.add_argument('out', help='the numbers, .pt')
    parser.add_argument('earlier', nargs='?', help='numbers to start from, .pt')
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    network = Network().to(memory_format=torch.channels_last)
    print(sum(p.numel() for p in network.parameters()), 'numbers')
    if options.earlier:
        network.load_state_dict(torch.load(options.earlier))
    train(network, 2e-3 if options.earlier else 3e-3, options.minutes, options.out)


if __name__ == '__main__':
    main()
