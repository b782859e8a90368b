/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.error.SourceLocation;

class ReferenceTest {
    private static final String JRC2 = "model_templates.neural_mass_models.jansenrit.JRC2";

    @TempDir
    Path folder;

    private static String operator(final String name, final int value) {
        return name + ": {base: OperatorTemplate, equations: a = k, variables: {a: output, k: " + value + "}}\n";
    }

    private static String derived(final String reference) {
        return "x: {base: '" + reference + "'}\n";
    }

    private static double k(final TemplateLibrary library, final String reference) {
        return ((OperatorTemplate) library.template(reference))
                .variables()
                .get("k")
                .value()
                .real();
    }

    private Path write(final String name, final String text) throws IOException {
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own", "other/o", "./other/o", "other.yaml/o", "./other.yaml/o", "other.o", "dir.sub.other.o",
                "../sub/other/o", "../../dir/sub/other/o", "../up.yml/o", "../up/o", "dir.up.o", "below/file/o",
                        "root.o"
            })
    void filesReferToTemplatesInEveryForm(final String reference) {
        final TemplateLibrary library = Texts.library(
                "dir/sub/file.yaml", derived(reference) + operator("own", 1),
                "dir/sub/other.yaml", operator("o", 1),
                "dir/sub/other.yml", operator("o", 2),
                "dir/up.yml", operator("o", 1),
                "dir/sub/below/file.yaml", operator("o", 1),
                "other.yaml", operator("o", 3),
                "root.yaml", operator("o", 1));
        assertEquals(1, k(library, "dir.sub.file.x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dir.sub.file.o",
                "dir/sub/file/o",
                "dir/sub/file.yaml/o",
                "./dir/sub/file/o",
                "dir/../dir/sub/file/o"
            })
    void usersReferToTemplatesByFile(final String reference) {
        assertEquals(4, k(Texts.library("dir/sub/file.yaml", operator("o", 4)), reference));
    }

    @Test
    void whatIsAddedLaterIsLookedUpFirst() throws IOException {
        write("one/m.yaml", operator("o", 1));
        write("two/m.yml", operator("o", 2));
        final TemplateLibrary one = TemplateLibrary.builtIn().withFolder(folder.resolve("one"));
        assertEquals(1, k(one, "m.o"));
        assertEquals(2, k(one.withFolder(folder.resolve("two")), "m.o"));
        assertEquals(1, k(one, "m.o"));
        assertEquals("JRC2", one.circuit(JRC2).name());
    }

    @Test
    void aFileThatHasChangedIsReadAnew() throws IOException {
        write("m.yaml", operator("o", 1));
        final TemplateLibrary library = TemplateLibrary.builtIn().withFolder(folder);
        assertEquals(1, k(library, "m.o"));
        write("m.yaml", operator("o", 2));
        assertEquals(2, k(library, "m.o"));
    }

    @Test
    void sweepFilesPreferTheirFolderForSlashesAndTheLibraryForDots() throws IOException {
        write("base/m.yaml", operator("o", 1));
        write("base/model_templates/base_templates.yaml", operator("o", 5));
        write("library/m.yaml", operator("o", 2));
        final TemplateLibrary library =
                TemplateLibrary.builtIn().withFolder(folder.resolve("library")).relativeTo(folder.resolve("base"));
        assertEquals(1, k(library, "m.yaml/o"));
        assertEquals(1, k(library, "./m/o"));
        assertEquals(2, k(library, "m.o"));
        assertEquals(5, k(library, "model_templates.base_templates.o"));
        assertEquals(
                "JRC2",
                library.circuit("model_templates/neural_mass_models/jansenrit/JRC2")
                        .name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret/o",
                "../secret.yaml/o",
                "a/../../secret/o",
                "./../secret/o",
                "../../../../../etc/passwd/o"
            })
    void pathsThatLeaveTheFolderAreRefused(final String reference) throws IOException {
        write("secret.yaml", operator("o", 1));
        write("base/m.yaml", derived(reference));
        final TemplateLibrary library = TemplateLibrary.builtIn().relativeTo(folder.resolve("base"));
        Texts.assertMessage(
                () -> library.template(reference), "leads out of the folder", "copy the file into that folder");
        Texts.assertMessage(
                () -> library.template("m.yaml/x"),
                folder.resolve("base/m.yaml") + ":1:11: the reference '" + reference + "' leads out of the folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd/o",
                "C:/m/o",
                "a\\\\m/o",
                "m//o",
                "m/",
                ".o",
                "m..o",
                "m.",
                "",
                "./o",
                "a/../o",
                "a/./o"
            })
    void referencesThatNameNoFileAreRefused(final String reference) {
        Texts.assertMessage(() -> Texts.library("a.yaml", operator("o", 1)).template(reference), "'" + reference + "'");
    }

    @Test
    void linksThatLeaveTheFolderAreRefused() throws IOException {
        write("secret.yaml", operator("o", 1));
        final Path base = Files.createDirectories(folder.resolve("base"));
        Files.createSymbolicLink(base.resolve("m.yaml"), folder.resolve("secret.yaml"));
        Files.createSymbolicLink(base.resolve("up"), folder);
        write("base/good.yaml", operator("o", 1));
        Files.createSymbolicLink(base.resolve("same.yaml"), base.resolve("good.yaml"));
        final TemplateLibrary library = TemplateLibrary.builtIn().withFolder(base);
        Texts.assertMessage(() -> library.template("m.o"), "leads out of the folder '" + base + "'; copy the file");
        Texts.assertMessage(() -> library.template("up.secret.o"), "leads out of the folder");
        assertEquals(1, k(library, "same.o"));
    }

    @Test
    void missingFilesAndTemplatesAreNamedWithTheNearestOnes() {
        final TemplateLibrary library = Texts.library(
                "m.yaml",
                derived("other/o") + "y: {base: OperatorTemplat}\n" + operator("own", 1) + "z: {base: onw}\n");
        Texts.assertMessage(
                () -> library.template("m.x"),
                "m.yaml:1:11: there is no template file 'other.yaml' in the files of the model, which 'other/o' "
                        + "refers to",
                "in template 'x' (m.yaml:1:1)");
        Texts.assertMessage(
                () -> library.template("m.y"),
                "m.yaml:2:11: there is no template 'OperatorTemplat' in m.yaml; did you mean 'OperatorTemplate'?");
        Texts.assertMessage(() -> library.template("m.z"), "m.yaml:4:11", "did you mean 'own'?");
        Texts.assertMessage(
                () -> library.template("m.onw"), "there is no template 'onw' in m.yaml; did you mean 'own'?");
        Texts.assertMessage(
                () -> library.template("model_templates.neural_mass_models.jansenrti.JRC2"),
                "there is no template file 'model_templates/neural_mass_models/jansenrti.yaml' in the files of "
                        + "the model, the built-in library",
                "did you mean '" + JRC2 + "'");
        Texts.assertMessage(() -> library.template("jansenrit.JRC2"), JRC2);
        Texts.assertMessage(() -> library.template("JRC2"), "'JRC2' names no file", JRC2);
        Texts.assertMessage(() -> library.template("m.yml/own"), "no template file 'm.yml'");
    }

    @Test
    void theChainOfTemplatesIsShown() {
        final TemplateLibrary library = Texts.library(
                "parts.yaml",
                "op: {base: OperatorTemplate, equations: a = k, variables: {a: outptu}}\nn: {base: "
                        + "NodeTemplate, operators: [op]}\n",
                "net.yaml",
                "# nets\nnet: {base: CircuitTemplate, nodes: {p: parts/n}}\n");
        Texts.assertMessage(
                () -> library.template("net.net"),
                "parts.yaml:1:63: variable 'a' is declared as",
                String.join(
                        System.lineSeparator(),
                        "  in template 'op' (parts.yaml:1:1)",
                        "  in template 'n' (parts.yaml:2:1)",
                        "  in template 'net' (net.yaml:2:1)"));
    }

    @Test
    void filesThatAreNoTemplatesAreRefused() {
        final TemplateLibrary library = Texts.library(
                "list.yaml",
                "- 1",
                "bad.yaml",
                "a: [",
                "m.yaml",
                "x: {base: bad.o}\ny: 3\nz: {equations: a = 1}\naliases: [1]\nw: {base: 3}\n");
        Texts.assertMessage(() -> library.template("list.a"), "list.yaml:1:1: a template file must be a mapping");
        Texts.assertMessage(() -> library.template("m.x"), "bad.yaml:1:", "in template 'x' (m.yaml:1:1)");
        Texts.assertMessage(() -> library.template("m.y"), "m.yaml:2:4: the template 'y' must be a mapping");
        Texts.assertMessage(
                () -> library.template("m.z"), "m.yaml:3:4: the template 'z' needs the key 'base', which is missing");
        Texts.assertMessage(() -> library.template("m.w"), "'base' must be a text");
    }

    @Test
    void circlesAreShown() {
        final String text = "a: {base: b}\nb: {base: c}\nc: {base: a}\ns: {base: s}\n"
                + "p: {base: CircuitTemplate, circuits: {q: q}}\nq: {base: CircuitTemplate, circuits: {p: "
                + "r}}\nr: {base: p}\n";
        final TemplateLibrary library = Texts.library("m.yaml", text);
        Texts.assertMessage(
                () -> library.template("m.a"),
                "m.yaml:3:11: 'a' derives from 'b', which derives from 'c', which derives from 'a': a template "
                        + "can neither");
        Texts.assertMessage(() -> library.template("m.s"), "'s' derives from 's'");
        Texts.assertMessage(
                () -> library.template("m.p"),
                "m.yaml:7:11: 'p' contains 'q', which contains 'r', which derives from 'p'");
    }

    @Test
    void longChainsAreRefused() {
        final StringBuilder chain = new StringBuilder(operator("x0", 1));
        for (int i = 1; i <= 10_000; i++) {
            chain.append("x").append(i).append(": {base: x").append(i - 1).append("}\n");
        }
        final TemplateLibrary library = Texts.library("m.yaml", chain.toString());
        assertEquals(1, k(library, "m.x99"));
        Texts.assertMessage(
                () -> library.template("m.x10000"),
                "more than 100 templates derive from or contain each other",
                "in template 'x9901'",
                "in …",
                "in template 'x10000'");
    }

    @Test
    void filesOfATemplateMakeItSelfContained() throws IOException {
        write(
                "sub/net.yaml",
                "net: {base: CircuitTemplate, nodes: {p: ../parts/n, q: "
                        + "model_templates.neural_mass_models.jansenrit.PC}}");
        write("parts.yml", "n: {base: NodeTemplate, operators: [op]}\n" + operator("op", 7));
        write("unused.yaml", operator("o", 1));
        final TemplateLibrary library = TemplateLibrary.builtIn().relativeTo(folder);
        final List<TemplateFile> files = library.filesOf("sub/net.yaml/net");
        assertEquals(
                List.of(
                        "sub/net.yaml",
                        "parts.yml",
                        "model_templates/neural_mass_models/jansenrit.yaml",
                        "model_templates/base_templates.yaml"),
                files.stream().map(TemplateFile::name).toList());
        final CircuitTemplate same =
                TemplateLibrary.builtIn().with(new MemorySource(files)).circuit("sub/net.yaml/net");
        assertEquals(List.of("p", "q"), List.copyOf(same.nodes().keySet()));
        assertEquals(
                new SourceLocation("parts.yml", 1, 1), same.nodes().get("p").location());
    }

    @Test
    void filesOfTheSamePathCannotBeKeptTogether() throws IOException {
        write("base/net.yaml", "net: {base: NodeTemplate, operators: [./m/o, a.m.p]}");
        write("base/m.yaml", operator("o", 1));
        write("library/a/m.yaml", "p: {base: m2.q}");
        write("library/m2.yaml", "q: {base: ./m/o}");
        write("library/m.yaml", operator("o", 2));
        final TemplateLibrary library =
                TemplateLibrary.builtIn().withFolder(folder.resolve("library")).relativeTo(folder.resolve("base"));
        assertEquals("net", library.template("net.net").name());
        Texts.assertMessage(
                () -> library.filesOf("net.net"), "uses two files of the path 'm.yaml'", "rename one of them");
    }

    @Test
    void listingLeavesOutWhatCannotBeLoaded() throws IOException {
        write("b.yaml", "aliases: [1]\n" + operator("good", 1) + "broken: {base: nothing}\n");
        write(
                "a/c.yaml",
                "net: {base: CircuitTemplate, description: 'One  thing. Two.', nodes: {p: "
                        + "model_templates.base_templates.li_node}}");
        write("bad.yaml", "a: [");
        write(".hidden/d.yaml", operator("o", 1));
        write("v1.2.yml", operator("o", 1));
        final List<TemplateSummary> summaries =
                TemplateLibrary.builtIn().withFolder(folder).list();
        assertEquals(
                List.of(
                        new TemplateSummary("a.c.net", TemplateKind.CIRCUIT, "One thing."),
                        new TemplateSummary("b.good", TemplateKind.OPERATOR, ""),
                        new TemplateSummary("v1.2.yml/o", TemplateKind.OPERATOR, "")),
                summaries.subList(0, 3));
        assertEquals(1, k(TemplateLibrary.builtIn().withFolder(folder), "v1.2.yml/o"));
    }

    @Test
    void foldersMustExistAndFilesBeUnique() {
        Texts.assertMessage(
                () -> TemplateLibrary.builtIn().withFolder(folder.resolve("none")), "there is no template folder '");
        final TemplateFile file = new TemplateFile("m.yaml", "");
        Texts.assertMessage(() -> new MemorySource(List.of(file, file)), "two template files are named 'm.yaml'");
    }
}
