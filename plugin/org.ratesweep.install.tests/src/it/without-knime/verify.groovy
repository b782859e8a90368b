/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
// It must be KNIME that is missed, not the update site.
def log = new File(basedir, 'build.log').text
assert log.contains('org.ratesweep.feature.feature.group')
assert log.contains('org.knime.core')
