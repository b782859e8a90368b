/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import org.ratesweep.core.error.SourceLocation;

/**
 * A key of a mapping with its value.
 *
 * @param key the key's text
 * @param location where the key is written
 * @param value the value
 */
public record YamlEntry(String key, SourceLocation location, YamlNode value) {}
