/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.config;

/** The types of entries, with the names that they have in files. */
enum EntryType {
    STRING("xstring"),
    INT("xint"),
    LONG("xlong"),
    DOUBLE("xdouble"),
    BOOLEAN("xboolean");

    private final String xmlName;

    EntryType(final String xmlName) {
        this.xmlName = xmlName;
    }

    String xmlName() {
        return xmlName;
    }

    static EntryType ofXmlName(final String name) {
        for (final EntryType type : values()) {
            if (type.xmlName.equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("the stand-in knows no entries of type '" + name + "'");
    }
}
