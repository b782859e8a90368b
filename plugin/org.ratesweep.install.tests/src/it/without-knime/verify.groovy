/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
// It must be KNIME that is missed, not the update site.
def log = new File(basedir, 'build.log').text
assert log =~ /org\.ratesweep\.feature\.feature\.group [^ )]+\) requires '[^']*org\.knime\.core(\.ui)? \[5\.8\.0,6\.0\.0\)[^']*' but it could not be found/
assert !new File(basedir, 'target/installed/plugins').exists()
