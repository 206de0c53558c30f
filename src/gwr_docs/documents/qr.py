"""An address as a QR code (ISO/IEC 18004)."""

QUIET = 4  # modules that stay blank around it


def qr_modules(address: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules, dark ones true; a sixth of them may be lost (level M)."""
    import segno

    return tuple(tuple(bool(module) for module in row) for row in segno.make(address, error="m", micro=False, boost_error=False).matrix)
