/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;

class YamlReaderTest {
    private static final String FILE = "m.yaml";

    @TempDir
    Path folder;

    private static YamlMapping mapping(final String text) {
        return YamlReader.read(text, FILE).asMapping("the root");
    }

    private static YamlNode value(final String text) {
        return mapping("a: " + text).get("a").orElseThrow();
    }

    private static YamlScalar scalar(final String text) {
        return (YamlScalar) value(text);
    }

    private static String message(final String text) {
        return assertThrows(InputException.class, () -> YamlReader.read(text, FILE))
                .getMessage();
    }

    private static void assertMessage(final String text, final String... parts) {
        final String message = message(text);
        for (final String part : parts) {
            assertTrue(message.contains(part), () -> "'" + part + "' is missing in: " + message);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10e-3, FLOAT",
        "1e3, FLOAT",
        "+.5, FLOAT",
        "2., FLOAT",
        "-1.5E+2, FLOAT",
        ".inf, FLOAT",
        "-.INF, FLOAT",
        ".NaN, FLOAT",
        "12, INTEGER",
        "-07, INTEGER",
        "0x1F, INTEGER",
        "0o17, INTEGER",
        "true, BOOLEAN",
        "FALSE, BOOLEAN",
        "on, TEXT",
        "no, TEXT",
        "yes, TEXT",
        "y, TEXT",
        "1_000, TEXT",
        "0b11, TEXT",
        "-0x1F, TEXT",
        "1:30, TEXT",
        "2001-01-01, TEXT",
        "., TEXT",
        "1e, TEXT",
        "null, NULL",
        "~, NULL",
        "Null, NULL",
        "nULL, TEXT"
    })
    void plainScalarsHaveTheTypesOfYaml12(final String text, final YamlScalar.Type type) {
        assertEquals(type, scalar(text).type());
        assertEquals(text, scalar(text).text());
        assertEquals(YamlScalar.Type.TEXT, scalar("\"" + text + "\"").type());
        assertEquals(YamlScalar.Type.TEXT, scalar("'" + text + "'").type());
    }

    @Test
    void numbersHaveTheirValues() {
        assertEquals(0.01, scalar("10e-3").asNumber("a"));
        assertEquals(31, scalar("0x1F").asNumber("a"));
        assertEquals(15, scalar("0o17").asInteger("a"));
        assertEquals(-7, scalar("-07").asInteger("a"));
        assertEquals(7, scalar("+7").asInteger("a"));
        assertTrue(scalar("True").asBoolean("a"));
        assertFalse(scalar("false").asBoolean("a"));
    }

    @Test
    void emptyValuesAreNullUnlessQuoted() {
        final YamlMapping mapping = mapping("a:\nb: ''\nc: [1, ]\nd: \"\"\ne: &x\nf: *x");
        assertTrue(mapping.get("a").orElseThrow().isNull());
        assertFalse(mapping.get("b").orElseThrow().isNull());
        assertFalse(mapping.get("d").orElseThrow().isNull());
        assertTrue(mapping.get("f").orElseThrow().isNull());
        assertTrue(mapping.given("a").isEmpty());
    }

    @Test
    void quotesAreSeenBehindAnchorsCommentsAndWideCharacters() {
        final YamlMapping mapping =
                mapping("\ud83d\ude00é: &x   # one\n  \"1\"\nb: &y 1\nc: |\n  1\nd: >-\n  1\n&k e: 'on'\n");
        assertEquals(
                YamlScalar.Type.TEXT, ((YamlScalar) mapping.get("\ud83d\ude00é").orElseThrow()).type());
        assertEquals(YamlScalar.Type.INTEGER, ((YamlScalar) mapping.get("b").orElseThrow()).type());
        assertEquals("1\n", mapping.get("c").orElseThrow().asText("c"));
        assertEquals("1", mapping.get("d").orElseThrow().asText("d"));
        assertEquals("on", mapping.get("e").orElseThrow().asText("e"));
    }

    @Test
    void everyNodeAndKeyHasItsPlace() {
        final YamlMapping root = mapping("%YAML 1.2\n---\n# c\na:\n  b: [1, x]\n");
        final YamlEntry b = root.get("a").orElseThrow().asMapping("a").entries().get("b");
        assertEquals(new SourceLocation(FILE, 4, 1), root.location());
        assertEquals(new SourceLocation(FILE, 5, 3), b.location());
        assertEquals(new SourceLocation(FILE, 5, 6), b.value().location());
        final YamlNode second = b.value().asSequence("b").elements().get(1);
        assertEquals(new SourceLocation(FILE, 5, 10), second.location());
    }

    @Test
    void keysStayInOrderAndTexts() {
        assertEquals(
                List.of("on", "1", "y", "~", "a"),
                List.copyOf(mapping("on: 1\n1: 2\ny: 3\n~: 4\na: 5").entries().keySet()));
    }

    @Test
    void aliasesStandForWhatIsAnchored() {
        final YamlMapping root = mapping("a: &x {p: 1}\nb: *x\nc: [*x, &y 2, *y]");
        assertEquals(root.get("a"), root.get("b"));
        assertEquals(
                "k",
                mapping("&x k: &y {&z q: *x}\nl: *z")
                        .get("k")
                        .orElseThrow()
                        .asMapping("k")
                        .get("q")
                        .orElseThrow()
                        .asText("q"));
        assertEquals(
                2, root.get("c").orElseThrow().asSequence("c").elements().get(2).asNumber("c"));
    }

    @Test
    void mergedEntriesGiveWayToWrittenOnes() {
        final YamlMapping merged = mapping("x: &x {p: 1, q: 2}\ny: &y {q: 3, r: 4}\nz:\n  <<: [*x, *y]\n  p: 5\n")
                .get("z")
                .orElseThrow()
                .asMapping("z");
        final double[] values = List.of("p", "q", "r").stream()
                .mapToDouble(key -> merged.get(key).orElseThrow().asNumber(key))
                .toArray();
        assertArrayEquals(new double[] {5, 2, 4}, values);
        assertEquals(List.of("<<"), List.copyOf(mapping("'<<': 1").entries().keySet()));
        assertMessage("a: {<<: 3}", "m.yaml:1:9: what '<<' merges must be a mapping", "the number 3");
    }

    @Test
    void duplicateKeysNameBothLines() {
        assertMessage("a: 1\nb: 2\n\na: 3\n", "m.yaml:4:1: the key 'a' is already there, in line 1");
        assertMessage("a: &x {}\nb:\n  <<: *x\n  <<: *x", "m.yaml:4:3", "'<<'", "line 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [1]",
                "a: !foo 1",
                "a: !!str 1",
                "a: !!binary x$",
                "a: ! x",
                "!k a: 1",
                "!m {a: 1}"
            })
    void tagsAreRefused(final String text) {
        assertMessage(text, "m.yaml:1:");
    }

    @Test
    void whatATagIsForIsSaid() {
        assertMessage("a: !foo 1", "m.yaml:1:4: the type tag 'foo' is not allowed; leave it out");
    }

    @Test
    void aFileIsOneDocument() {
        assertEquals(1, mapping("%YAML 1.2\n---\na: 1\n...\n").entries().size());
        assertEquals(1, mapping("\ufeffa: 1\n").entries().size());
        assertMessage("a: 1\n---\nb: 2\n", "m.yaml:3:1: a second YAML document begins here");
        assertMessage("", "'m.yaml' is empty");
        assertMessage("# only a comment\n", "'m.yaml' is empty");
        assertMessage("%YAML 2.0\n---\na: 1", "m.yaml:1:1", "version");
    }

    @Test
    void syntaxErrorsHaveTheirPlaceAndTheReason() {
        assertMessage("a:\n\t- b", "m.yaml:2:1: this is no valid YAML", "TAB", "Indent with blanks");
        assertMessage("a: [1, 2\nb: 3", "m.yaml:2:", "this is no valid YAML");
        assertMessage("a: 'x", "m.yaml:1:6", "unexpected end of stream");
        assertMessage("a: b: c", "m.yaml:1:5", "mapping values are not allowed");
        assertMessage("? [a]\n: b", "m.yaml:1:", "a key of a mapping must be a text");
        assertMessage("k: &a x\n*a : b", "m.yaml:2:", "a key of a mapping must be a text");
        assertMessage("a: 1\nb: x\u0000y", "m.yaml:2:5: the character U+0000 here is not allowed");
    }

    @Test
    void aliasesThatMeanNothingAreRefused() {
        assertMessage("a: *zz", "m.yaml:1:4: the alias '*zz' has no anchor '&zz' before it");
        assertMessage("a: &a [1, *a]", "m.yaml:1:11: the alias '*a' stands inside of what it refers to");
    }

    @Test
    void aliasBombsAreRefused() {
        final StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
        }
        assertMessage(bomb.toString(), "more than 1000000 nodes", "m.yaml:6:");
    }

    @Test
    void aliasesCountTowardsTheDepth() {
        final StringBuilder tower = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 200; i++) {
            tower.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
        }
        assertMessage(tower.toString(), "m.yaml:100:", "more than 100 mappings and lists are inside each other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{", "a: [", "&a [", "!t "})
    void deepNestingIsRefused(final String opening) {
        assertThrows(InputException.class, () -> YamlReader.read(opening.repeat(100_000), FILE));
    }

    @Test
    void limitsCanBeTighter() {
        final YamlLimits tight = new YamlLimits(20, 3, 2);
        assertThrows(InputException.class, () -> YamlReader.read("a: [1, 2]", FILE, tight));
        assertThrows(InputException.class, () -> YamlReader.read("a: 123456789012345678", FILE, tight));
        assertThrows(InputException.class, () -> YamlReader.read("[[[]]]", FILE, tight));
        assertEquals(
                1,
                YamlReader.read("a: [1]", FILE, tight).asMapping("a").entries().size());
        assertThrows(InputException.class, () -> new YamlLimits(Integer.MAX_VALUE, 1, 1));
    }

    @Test
    void aTextOfTheLargestSizeIsRead() {
        final String line = "- [n1/op/v, n2/op/v_in, null, {weight: 0.125}]\n";
        final int count = YamlLimits.LARGEST_SIZE / line.length();
        final YamlNode root = YamlReader.read(line.repeat(count), FILE);
        assertEquals(count, root.asSequence("edges").elements().size());
    }

    @Test
    void brokenTextsGiveNoOtherException() {
        final String model = "%YAML 1.2\n---\n# c\nop: &x\n  base: OperatorTemplate\n  e: [\"a' = -a\", 'b']\n  v: {a: "
                + "output(0.5), <<: *x}\n"
                + "t: |\n  text\n? k\n: !!int 0x1F\n";
        final Random random = new Random(20);
        final String signs = "{}[]:,-?&*!|>'\"%@`# \n\t\u0085\u2028\ud83d\ude00\\0e.~<";
        for (int i = 0; i < 20_000; i++) {
            final StringBuilder text = new StringBuilder(model.substring(0, random.nextInt(model.length())));
            for (int change = random.nextInt(6); change > 0; change--) {
                text.insert(random.nextInt(text.length() + 1), signs.charAt(random.nextInt(signs.length())));
            }
            readOrRefuse(text.toString());
            final byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            readOrRefuse(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private static void readOrRefuse(final String text) {
        try {
            assertFalse(YamlReader.read(text, FILE).words().isEmpty());
        } catch (final InputException expected) {
            assertTrue(expected.getMessage().contains(FILE));
        }
    }

    @Test
    void valuesOfTheWrongKindAreNamed() {
        assertWrong(
                "'weight' must be a number, but is the list [1, x, …]",
                () -> value("[1, x, {}]").asNumber("'weight'"));
        assertWrong("must be a number, but is the text 'x'", () -> value("x").asNumber("'weight'"));
        assertWrong(
                "must be a finite number, but is the number .inf",
                () -> value(".inf").asNumber("'weight'"));
        assertWrong("must be a finite number", () -> value("1e999").asNumber("'weight'"));
        assertWrong(
                "must be a whole number, but is the number 1.5",
                () -> value("1.5").asInteger("n"));
        assertWrong("must be a whole number", () -> value("2147483648").asInteger("n"));
        assertWrong(
                "must be a text (a number or truth value needs quotes), but is the number 1",
                () -> value("1").asText("n"));
        assertWrong("must be a text, but is nothing (null)", () -> value("").asText("n"));
        assertWrong(
                "must be true or false, but is the text 'on'", () -> value("on").asBoolean("n"));
        assertWrong(
                "must be true or false, but is the text 'true'",
                () -> value("'true'").asBoolean("n"));
        assertWrong(
                "must be a list, but is the mapping {b: …, c: …}",
                () -> value("{b: 1, c: 2}").asSequence("n"));
        assertWrong(
                "must be a mapping (key: value), but is an empty list",
                () -> value("[]").asMapping("n"));
        assertWrong("needs the key 'b', which is missing", () -> mapping("a: 1").require("b", "an edge"));
        assertWrong(
                "an edge has no key 'wieght'; did you mean 'weight'?",
                () -> mapping("wieght: 1").refuseKeysBeyond(List.of("weight", "delay"), "an edge"));
    }

    private static void assertWrong(final String part, final Runnable access) {
        final String message = assertThrows(InputException.class, access::run).getMessage();
        assertTrue(message.startsWith("m.yaml:1:") && message.contains(part), message);
    }

    @Test
    void filesAreCheckedBeforeTheyAreRead() throws IOException {
        final Path good = Files.writeString(folder.resolve("good.yaml"), "a: 1");
        assertEquals(
                new SourceLocation(good.toString(), 1, 1), YamlReader.read(good).location());
        assertFileMessage(folder.resolve("none.yaml"), "there is no file '");
        assertFileMessage(folder, "is no file but a folder");
        final Path large = folder.resolve("large.yaml");
        Files.write(large, new byte[YamlLimits.LARGEST_SIZE + 1]);
        assertFileMessage(large, "is too large: it has 3145729 bytes, at most 3145728 are read");
        final Path latin =
                Files.write(folder.resolve("latin.yaml"), "a: 1\nb: é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertFileMessage(latin, latin + ":2:4: the byte 0xe9 here is not UTF-8");
        final Path cut = Files.write(folder.resolve("cut.yaml"), new byte[] {'a', ':', ' ', (byte) 0xc3});
        assertFileMessage(cut, "the byte 0xc3 here is not UTF-8");
    }

    private static void assertFileMessage(final Path file, final String part) {
        final String message =
                assertThrows(InputException.class, () -> YamlReader.read(file)).getMessage();
        assertTrue(message.contains(part), message);
    }
}
