/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

/** What a variable of the flattened system is, in the words that users read. */
public enum VariableKind {
    /** A number that the equations use and never change. */
    CONSTANT("constant"),
    /** A variable that other operators, edges or extrinsic signals may feed. */
    INPUT("input"),
    /** A variable with a differential equation; its value is the initial one. */
    STATE("state variable"),
    /** A variable with an equation that gives it from the others at the same instant. */
    ALGEBRAIC("algebraic variable"),
    /** Part of an equation that gets a value of its own so that it is written only once; users do not see it. */
    AUXILIARY("auxiliary value"),
    /** The factor of an edge. */
    WEIGHT("edge weight"),
    /** The mean time that a signal takes along an edge. */
    DELAY("edge delay"),
    /** The standard deviation of that time. */
    SPREAD("edge spread");

    private final String words;

    VariableKind(final String words) {
        this.words = words;
    }

    /** Returns the kind as users read it, for instance {@code "state variable"}. */
    public String words() {
        return words;
    }

    /** Returns the kind with its article, for instance {@code "an edge weight"}. */
    public String withArticle() {
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }
}
