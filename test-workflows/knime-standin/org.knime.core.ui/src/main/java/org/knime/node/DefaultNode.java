/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import java.util.List;
import java.util.function.Function;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;

/** A node described in code. */
public final class DefaultNode implements FluentNodeAPI {
    private final NodeText text;
    private final List<DeclaredPort> ports;
    private final DefaultModel model;
    private NodeType type = NodeType.Other;
    private List<String> keywords = List.of();

    DefaultNode(final NodeText text, final List<DeclaredPort> ports, final DefaultModel model) {
        this.text = text;
        this.ports = List.copyOf(ports);
        this.model = model;
    }

    /** Begins a description. */
    public static RequireName create() {
        return name -> path -> summary -> text -> described(new NodeText(name, path, summary, text));
    }

    private static RequireSinceVersion described(final NodeText text) {
        // The stand-in shows nobody since when there is such a node.
        return (major, minor, revision) -> new PortsStage(text);
    }

    /** Says of what kind the node is. */
    public DefaultNode nodeType(final NodeType nodeType) {
        type = nodeType;
        return this;
    }

    /** Says by what else the node is found. */
    public DefaultNode keywords(final String... words) {
        keywords = List.of(words);
        return this;
    }

    NodeText text() {
        return text;
    }

    List<DeclaredPort> declaredPorts() {
        return ports;
    }

    DefaultModel model() {
        return model;
    }

    NodeType type() {
        return type;
    }

    List<String> keywords() {
        return keywords;
    }

    /** The stage in which a node is named. */
    public interface RequireName {
        /** Names the node. */
        RequireIcon name(String name);
    }

    /** The stage in which a node is given its icon. */
    public interface RequireIcon {
        /** Gives the path of the icon, relative to the factory. */
        RequireShortDescription icon(String path);
    }

    /** The stage in which a node is described in a sentence. */
    public interface RequireShortDescription {
        /** Describes the node. */
        RequireFullDescription shortDescription(String description);
    }

    /** The stage in which a node is described in full. */
    public interface RequireFullDescription {
        /** Describes the node, in XHTML. */
        RequireSinceVersion fullDescription(String description);
    }

    /** The stage that says since when there is such a node. */
    public interface RequireSinceVersion {
        /** Names the version. */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** The stage that says what a node does. */
    public interface RequireModel {
        /** Describes what the node does. */
        DefaultNode model(Function<DefaultModel.RequireModelParameters, DefaultModel> model);
    }
}
