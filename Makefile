# Each target is one script; scripts/README.md says what each does.
.PHONY: site test check fix serve desk docs bench bench-pages bench-search sweep html

site: ; @scripts/site
test: ; @scripts/test
check: ; @scripts/check
fix: ; @scripts/fix
serve: ; @scripts/serve
desk: ; @scripts/desk
docs: ; @scripts/docs
bench: ; @scripts/python scripts/bench
bench-pages: ; @scripts/python scripts/bench-pages
bench-search: ; @scripts/python scripts/bench-search
sweep: ; @scripts/python scripts/sweep
html: ; @scripts/python scripts/validate-html
