#!/usr/bin/env python3
"""Makes the tiny models that crates/neural is tested with, and what transformers makes of them.

usage: scripts/make_tiny_models.py          (writes crates/neural/tests/models)

Needs torch 2.4, transformers 4.45 and sentencepiece. The weights are random, so what the models write means nothing; what
is tested is that rust-bert writes the same. The tokenizers learn their pieces from the starter corpus.
"""
import json
import os
import pathlib
import shutil
import tempfile

import sentencepiece
import torch
from tokenizers import ByteLevelBPETokenizer
from transformers import (
    BartConfig, BartForConditionalGeneration, BartTokenizer, BertConfig, BertModel, MT5Config, MT5ForConditionalGeneration,
    PegasusConfig, PegasusForConditionalGeneration, PegasusTokenizer, PreTrainedTokenizerFast, T5Config,
    T5ForConditionalGeneration, T5Tokenizer,
)
from transformers.convert_slow_tokenizer import convert_slow_tokenizer
from transformers import XLMRobertaTokenizer

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODELS = ROOT / "crates/neural/tests/models"
PIECES = 300
ARTICLE = (
    "Elva gikk over sine bredder i natt, og veien mellom Voss og Vik er stengd. Tolv personar måtte forlate husa sine. "
    "Ingen er skadde, seier ordføraren, som ventar meir regn utover kvelden."
)
SENTENCES = ["Elva steig i natt, og vegen er stengd.", "Regjeringen la fram statsbudsjettet på mandag.", "Ja."]
# Each run of generation is stored with its settings.
RUNS = {"greedy": {"num_beams": 1}, "beams": {"num_beams": 3, "early_stopping": True}}
LENGTHS = {"max_length": 24, "min_length": 0, "no_repeat_ngram_size": 3, "length_penalty": 1.0, "do_sample": False}
T5_SIZES = {"d_model": 16, "d_ff": 32, "d_kv": 4, "num_heads": 4, "num_layers": 2}
TWO_STACKS = {
    "d_model": 16, "encoder_layers": 2, "decoder_layers": 2, "encoder_attention_heads": 4, "decoder_attention_heads": 4,
    "encoder_ffn_dim": 32, "decoder_ffn_dim": 32, "max_position_embeddings": 192, "init_std": 0.5,
}


def corpus(path):
    texts = sorted((ROOT / "data/corpus").rglob("*.txt"))[:200]
    path.write_text("\n".join(text.read_text(encoding="utf8") for text in texts), encoding="utf8")
    return str(path)


def pieces(text, folder, **ids):
    # The model keeps the paths it was given: they must not differ from run to run.
    os.chdir(folder)
    sentencepiece.SentencePieceTrainer.train(
        input=pathlib.Path(text).name, model_prefix="spiece", vocab_size=PIECES, model_type="unigram", character_coverage=0.999,
        hard_vocab_limit=False, normalization_rule_name="identity", minloglevel=2, num_threads=1, **ids)
    return str(folder / "spiece.model")


def save(name, model, files):
    """Stores the weights in 16 bits, and leaves the model with the same numbers in 32."""
    folder = MODELS / name
    folder.mkdir(parents=True)
    model.eval().half().save_pretrained(folder, safe_serialization=True)
    model.float()
    (folder / "generation_config.json").unlink(missing_ok=True)
    for file in files:
        shutil.copy(file, folder)


def generated(model, tokenizer, prompt):
    """What the model writes, greedily and with beams."""
    ids = tokenizer(prompt, return_tensors="pt").input_ids
    runs = {}
    for name, run in RUNS.items():
        with torch.no_grad():
            output = model.generate(ids, **LENGTHS, **run)[0]
        runs[name] = {"ids": output.tolist(), "text": tokenizer.decode(output, skip_special_tokens=True)}
    return runs


def t5s(text, folder):
    spiece = pieces(text, folder, pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    tokenizer = T5Tokenizer(spiece, extra_ids=100, legacy=True)
    common = {**T5_SIZES, "vocab_size": len(tokenizer), "decoder_start_token_id": 0, "initializer_factor": 2.0}
    models = {
        "t5": T5ForConditionalGeneration(T5Config(**common)),
        "mt5": MT5ForConditionalGeneration(MT5Config(**common, tie_word_embeddings=False)),
    }
    for name, model in models.items():
        save(name, model, [spiece])
        yield name, generated(model, tokenizer, "oppsummer: " + ARTICLE)


def bart(text, folder):
    bytes_pieces = ByteLevelBPETokenizer()
    bytes_pieces.train([text], vocab_size=PIECES, special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"])
    bytes_pieces.save_model(str(folder))
    files = [folder / "vocab.json", folder / "merges.txt"]
    tokenizer = BartTokenizer(*map(str, files))
    model = BartForConditionalGeneration(BartConfig(vocab_size=len(tokenizer), **TWO_STACKS))
    save("bart", model, files)
    yield "bart", generated(model, tokenizer, ARTICLE)


def pegasus(text, folder):
    spiece = pieces(text, folder, pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    tokenizer = PegasusTokenizer(spiece)
    model = PegasusForConditionalGeneration(PegasusConfig(vocab_size=len(tokenizer), decoder_start_token_id=0, **TWO_STACKS))
    # rust-bert does not force the end mark on a text that reaches the greatest length.
    model.generation_config.forced_eos_token_id = model.config.forced_eos_token_id = None
    save("pegasus", model, [spiece])
    yield "pegasus", generated(model, tokenizer, ARTICLE)


def encoder(text, folder):
    spiece = pieces(text, folder)
    slow = XLMRobertaTokenizer(spiece)
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=convert_slow_tokenizer(slow), pad_token="<pad>")
    model = BertModel(BertConfig(
        vocab_size=len(slow), hidden_size=16, num_hidden_layers=2, num_attention_heads=4, intermediate_size=32,
        max_position_embeddings=64, initializer_range=0.3), add_pooling_layer=False)
    save("encoder", model, [])
    tokenizer.backend_tokenizer.save(str(MODELS / "encoder/tokenizer.json"))
    rows = []
    for sentence in SENTENCES:
        batch = tokenizer("passage: " + sentence, return_tensors="pt", return_token_type_ids=False)
        with torch.no_grad():
            mean = model(**batch).last_hidden_state.mean(dim=1)[0]
        rows.append([round(x, 6) for x in torch.nn.functional.normalize(mean, dim=0).tolist()])
    return rows


def main():
    torch.manual_seed(3)
    shutil.rmtree(MODELS, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        text = corpus(folder / "corpus.txt")
        runs = [run for family in (t5s, bart, pegasus) for run in family(text, folder)]
        reference = {"article": ARTICLE, "generated": dict(runs), "sentences": SENTENCES, "vectors": encoder(text, folder)}
    (MODELS / "reference.json").write_text(json.dumps(reference, ensure_ascii=False, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
