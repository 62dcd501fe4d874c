# `make demo` and `make test` do all the set-up on a fresh Debian or Ubuntu. See README.md.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
REPORT := brandguard-report.html

.PHONY: demo test app lint format bench lock notices sample docs manual translations screenshots clean

demo: $(READY)
	$(BIN)/brandguard check assets/sample/campaigns --profile assets/sample/_brand.yml \
		--report html=$(REPORT) --exit-zero
	@echo "The report: $(CURDIR)/$(REPORT)"

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 --dist loadfile

app: $(READY)
	$(BIN)/brandguard gui assets/sample/campaigns/spring-wrong --profile assets/sample/_brand.yml

$(READY): requirements/dev.txt pyproject.toml packaging/setup.sh
	PYTHON=$(PYTHON) sh packaging/setup.sh
	touch $@

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)
	$(BIN)/pytest tests/benchmarks --benchmark-enable --benchmark-only -s

lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--extra gui --extra html --extra cluster --extra remote --extra team --extra docs --extra dev -q \
		--custom-compile-command "make lock" -o requirements/dev.txt
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--extra gui --extra html -c requirements/dev.txt -q --custom-compile-command "make lock" -o requirements/app.txt
	for extra in cluster remote team; do \
		uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
			--extra $$extra -c requirements/dev.txt -q --custom-compile-command "make lock" \
			-o requirements/$$extra.txt || exit 1; \
	done
	uv pip compile requirements/build.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		-q --custom-compile-command "make lock" -o requirements/build.txt

notices: $(READY)
	$(BIN)/python packaging/notices/make_notices.py

wheel: $(READY)
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-1767225600} $(BIN)/python -m hatchling build -t wheel -t sdist -d dist

sbom: $(READY)
	$(BIN)/python packaging/sbom.py --out dist/brandguard.cdx.json

# From an environment of its own, so that nothing of the development gets in.
app-frozen:
	$(PYTHON) -m venv --clear build/venv
	build/venv/bin/python -m pip install -q --require-hashes -r requirements/app.txt
	build/venv/bin/python -m pip install -q --require-hashes -r requirements/build.txt
	build/venv/bin/python -m pip install -q --no-deps --no-build-isolation .
	build/venv/bin/python packaging/frozen/build.py --out dist/frozen
	build/venv/bin/python packaging/smoke.py dist/frozen/brandguard/brandguard

deb: app-frozen
	build/venv/bin/python packaging/linux/make_deb.py dist/frozen/brandguard --out dist

sample: $(READY)
	$(BIN)/python packaging/make_sample.py

translations: $(READY)
	$(BIN)/python packaging/translations.py

screenshots: $(READY)
	$(BIN)/python packaging/screenshots.py

docs: $(READY)
	$(BIN)/python packaging/rules/make_rule_pages.py
	$(BIN)/python packaging/profile/make_schema.py

manual: $(READY)
	$(BIN)/python -m sphinx -q -W --keep-going -d build/manual-trees -c docs/manual docs build/manual
	@echo "The manual: $(CURDIR)/build/manual/index.html"

clean:
	rm -rf .venv build dist $(REPORT)
