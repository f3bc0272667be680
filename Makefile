# What one does with Openfloor. Each target is a small script in .ci/.
# Variables pass through: OPENFLOOR_LISTEN, OPENFLOOR_DATABASE_URL, CARGO_TARGET_DIR …

.DEFAULT_GOAL := help
.PHONY: help serve test prove bench audit shots fmt clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 14

serve: ## Build and start the portal with demonstration data on http://127.0.0.1:3000
	@.ci/serve.sh

test: ## Run every check: style, lints, both databases, browser, HTML (what CI runs)
	@.ci/test.sh

prove: ## Run the heavy proofs at full size (races, kills, hostile files)
	@.ci/prove.sh

bench: ## Measure the release build and print the table
	@.ci/bench.sh

audit: ## Check licences, bans and known vulnerabilities of all dependencies
	@.ci/audit.sh

shots: ## Take screenshots of every page into end2end/shots
	@.ci/shots.sh

fmt: ## Format the Rust code
	@cargo fmt --all

clean: ## Remove everything that was built; the data stays
	@cargo clean
	@rm -rf end2end/node_modules end2end/results end2end/shots
