# Each target is one script; scripts/README.md says what each does.
.PHONY: site test check fix serve desk docs bench sweep html

site: ; @scripts/site
test: ; @scripts/test
check: ; @scripts/check
fix: ; @scripts/fix
serve: ; @scripts/serve
desk: ; @scripts/desk
docs: ; @scripts/docs
bench: ; @scripts/python scripts/bench
sweep: ; @scripts/python scripts/sweep
html: ; @scripts/python scripts/validate-html
