"""An acceptance written into claims.yaml: the rest stays as it is, and the whole reads back."""

from __future__ import annotations

import pytest

from crosscheck.config import Acceptance, insert_acceptance, parse_config
from crosscheck.errors import ConfigError

ENTRY = Acceptance(finding="0123456789abcdef", reason='a "recount": ß # 😀', by="desk")
OLD = "{finding: 3f2a, reason: counted twice, by: desk}"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param("# only a comment", 0, id="a comment alone"),
        pytest.param("domains: [elections]", 0, id="no line break at the end"),
        pytest.param("domains: [elections]\n# Ä 😀 end\n", 0, id="a comment at the end"),
        pytest.param("# Ä 😀\naccepted:\ndomains: [elections]\n", 0, id="a key without a value"),
        pytest.param("accepted: # none yet\n", 0, id="a key with a comment"),
        pytest.param("accepted: []\n", 0, id="an empty list"),
        pytest.param(f"# Ä 😀\naccepted: [{OLD}]\n", 1, id="a list on one line"),
        pytest.param(f"accepted:\n  - {OLD}\n  # the last\ndomains: [elections]\n", 1, id="a list on several lines"),
        pytest.param(f"accepted:\n- {OLD}\n- {OLD}\n", 2, id="a list without indentation"),
        pytest.param("accepted:\n  - finding: 3f2a\n    reason: x\n    by: desk\n", 1, id="an entry on several lines"),
        pytest.param("{domains: [elections]}\n", 0, id="a mapping on one line"),
        pytest.param("{}", 0, id="an empty mapping"),
    ],
)
def test_the_entry_is_added_and_all_else_kept(text: str, kept: int) -> None:
    inserted = insert_acceptance(text, ENTRY, "claims.yaml")
    changed = text[: inserted.offset] + inserted.text + text[inserted.offset :]
    before, after = parse_config(text), parse_config(changed)
    assert after.accepted == (ENTRY, *before.accepted)
    assert len(before.accepted) == kept
    assert after.domains == before.domains
    assert inserted.text[inserted.reason :].startswith(r"a \"recount")


def test_what_is_no_mapping_takes_no_entry() -> None:
    with pytest.raises(ConfigError, match=r"claims\.yaml:1:1: a mapping is expected here"):
        insert_acceptance("- a list", ENTRY, "claims.yaml")


def test_an_acceptance_without_a_reason_is_a_mistake() -> None:
    with pytest.raises(ConfigError, match=r"claims\.yaml:1:36: an acceptance without 'reason'; say why"):
        parse_config('accepted: [{finding: 3f2a, reason: " ", by: desk}]')
