/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import org.w3c.dom.Element;

/** What users read of a node. */
public abstract class NodeDescription {
    /** Creates a description. */
    public NodeDescription() {}

    /** Returns the path of the icon, relative to the factory. */
    public abstract String getIconPath();

    /** Returns the name. */
    public abstract String getNodeName();

    /** Returns the kind. */
    public abstract NodeFactory.NodeType getType();

    /** Returns the name of an input port. */
    public abstract String getInportName(int index);

    /** Returns the description of an input port. */
    public abstract String getInportDescription(int index);

    /** Returns the name of an output port. */
    public abstract String getOutportName(int index);

    /** Returns the description of an output port. */
    public abstract String getOutportDescription(int index);

    /** Returns everything as XML. */
    public abstract Element getXMLDescription();

    /** Returns by what else the node is found. */
    public String[] getKeywords() {
        return new String[0];
    }
}
