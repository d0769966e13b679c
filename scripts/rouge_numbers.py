"""Writes the scores that crates/summarizer/tests/rouge.rs is tested against into crates/summarizer/tests/rouge.json.

The texts stand in that file; the scores come from another program's ROUGE, a Python module with a function
`rouge_multi(candidate, references) -> (mean, best)`, each (R1, R2, RL):  python scripts/rouge_numbers.py ROUGE.py
"""
import importlib.util
import json
import pathlib
import sys

CASES = pathlib.Path(__file__).parent.parent / "crates/summarizer/tests/rouge.json"

spec = importlib.util.spec_from_file_location("rouge", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)

cases = json.loads(CASES.read_text(encoding="utf8"))
for case in cases:
    case["mean"], case["best"] = module.rouge_multi(case["candidate"], case["references"])
CASES.write_text(json.dumps(cases, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
