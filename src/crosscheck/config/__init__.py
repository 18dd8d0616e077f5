"""claims.yaml: what a run is told beyond its documents."""

from crosscheck.config.amend import Insertion, insert_acceptance
from crosscheck.config.load import FILE_NAME, find_config, known_concepts, load_config, parse_config
from crosscheck.config.paths import apply_settings, configured_paths, settings_for
from crosscheck.config.settings import Acceptance, Config, DocumentSettings, Gate, KnownFact

__all__ = [
    "FILE_NAME",
    "Acceptance",
    "Config",
    "DocumentSettings",
    "Gate",
    "Insertion",
    "KnownFact",
    "apply_settings",
    "configured_paths",
    "find_config",
    "insert_acceptance",
    "known_concepts",
    "load_config",
    "parse_config",
    "settings_for",
]
