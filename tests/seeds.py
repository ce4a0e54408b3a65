"""Real speeches beside the repository, never in it: the folder that SEED names."""

import os
from pathlib import Path

FOLDER = Path(os.environ.get("SEED", Path(__file__).resolve().parents[2] / "shared" / "seed"))
FILES = sorted(FOLDER.glob("*.txt"))  # none where the folder is not there
