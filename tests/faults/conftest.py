"""What came of the faults whose tests run, tried once for all of them."""

import pytest

from faults.catalogue import Fault, try_all


@pytest.fixture(scope="session")
def tried(request):
    wanted = {
        item.callspec.params["fault"].name: item.callspec.params["fault"]
        for item in request.session.items
        if isinstance(getattr(item, "callspec", None) and item.callspec.params.get("fault"), Fault)
    }
    return try_all(wanted.values())
