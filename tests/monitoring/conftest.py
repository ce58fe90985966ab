"""A monitor of two weeks."""

import pytest
from monitoring_weeks import write_week


@pytest.fixture
def lake(tmp_path):
    """A configuration with two weeks, the second of which is worded otherwise by one outlet."""
    write_week(tmp_path / "weeks" / "2025-w01", 0)
    write_week(tmp_path / "weeks" / "2025-w02", 1, marked=True)
    config = tmp_path / "lake.toml"
    config.write_text('title = "Lake"\nfolders = "weeks/*"\nstore = "lake.sqlite"\n')
    return config
