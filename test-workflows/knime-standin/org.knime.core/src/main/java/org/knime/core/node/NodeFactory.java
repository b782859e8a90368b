/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Makes and describes the nodes of one kind.
 *
 * @param <T> what these nodes do
 */
public abstract class NodeFactory<T extends NodeModel> {
    private Optional<NodeDescription> description = Optional.empty();

    /** Kinds of nodes, which KNIME tells apart by colour. */
    public enum NodeType {
        Source,
        Sink,
        Learner,
        Predictor,
        Manipulator,
        Visualizer,
        Other
    }

    /** Creates a factory. */
    protected NodeFactory() {}

    /** Returns the description. */
    protected abstract NodeDescription createNodeDescription() throws SAXException, IOException;

    /** Returns a node's model. */
    public abstract T createNodeModel();

    /** Reads the description. */
    public synchronized void init() {
        try {
            description = Optional.of(createNodeDescription());
        } catch (final SAXException | IOException problem) {
            throw new IllegalArgumentException(
                    "The description of " + getClass().getName() + " is not well-formed: " + problem.getMessage(),
                    problem);
        }
    }

    /** Returns the name. */
    public final String getNodeName() {
        return description().getNodeName();
    }

    /** Returns the kind. */
    public NodeType getType() {
        return description().getType();
    }

    /** Returns by what else the node is found. */
    public final String[] getKeywords() {
        return description().getKeywords();
    }

    /** Returns the name of an input port. */
    public String getInportName(final int index) {
        return description().getInportName(index);
    }

    /** Returns the name of an output port. */
    public String getOutportName(final int index) {
        return description().getOutportName(index);
    }

    /** Returns the description of an input port. */
    public final String getInportDescription(final int index) {
        return description().getInportDescription(index);
    }

    /** Returns the description of an output port. */
    public final String getOutportDescription(final int index) {
        return description().getOutportDescription(index);
    }

    /** Returns what users read beside the dialog. */
    public Element getXMLDescription() {
        return description().getXMLDescription();
    }

    /** Returns where the icon is; null if it is missing, as with KNIME. */
    public URL getIcon() {
        final String folder = "/" + getClass().getPackageName().replace('.', '/') + "/";
        return getClass()
                .getResource(
                        URI.create(folder).resolve(description().getIconPath()).getPath());
    }

    private synchronized NodeDescription description() {
        if (description.isEmpty()) {
            init();
        }
        return description.orElseThrow();
    }
}
