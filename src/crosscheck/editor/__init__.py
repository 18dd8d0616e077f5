"""The language server: findings while one types, over the Language Server Protocol. Needs the extra ``lsp``."""

from crosscheck.editor.server import serve

__all__ = ["serve"]
