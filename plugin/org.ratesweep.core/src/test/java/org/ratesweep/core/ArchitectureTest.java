/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the direction in which everything flows through the core: one package a stage, and none looks back. */
class ArchitectureTest {
    private static final String ROOT = "org.ratesweep.core.";
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ratesweep.core");

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/ratesweep/core"))) {
            final Set<Path> packages = files.filter(
                            file -> file.getFileName().toString().endsWith(".java"))
                    .map(Path::getParent)
                    .collect(Collectors.toSet());
            assertTrue(packages.size() > 10, "packages: " + packages.size());
            assertEquals(
                    List.of(),
                    packages.stream()
                            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                            .toList());
        }
    }

    @Test
    void everyStageUsesOnlyThoseBeforeIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("error")
                .definedBy(ROOT + "error..")
                .layer("yaml")
                .definedBy(ROOT + "yaml..")
                .layer("lanes")
                .definedBy(ROOT + "lanes..")
                .layer("random")
                .definedBy(ROOT + "random..")
                .layer("table")
                .definedBy(ROOT + "table..")
                .layer("expression")
                .definedBy(ROOT + "expression..")
                .layer("template")
                .definedBy(ROOT + "template..")
                .layer("model")
                .definedBy(ROOT + "model..")
                .layer("compile")
                .definedBy(ROOT + "compile..")
                .layer("solve")
                .definedBy(ROOT + "solve..")
                .layer("sweep")
                .definedBy(ROOT + "sweep..")
                .layer("results")
                .definedBy(ROOT + "results..")
                .layer("measure")
                .definedBy(ROOT + "measure..")
                .layer("sweepfile")
                .definedBy(ROOT + "sweepfile..")
                .whereLayer("error")
                .mayNotAccessAnyLayer()
                .whereLayer("yaml")
                .mayOnlyAccessLayers("error")
                .whereLayer("lanes")
                .mayNotAccessAnyLayer()
                .whereLayer("random")
                .mayNotAccessAnyLayer()
                .whereLayer("table")
                .mayOnlyAccessLayers("error")
                .whereLayer("expression")
                .mayOnlyAccessLayers("error", "lanes")
                .whereLayer("template")
                .mayOnlyAccessLayers("error", "yaml", "expression", "random", "table")
                .whereLayer("model")
                .mayOnlyAccessLayers("error", "template", "expression", "random")
                .whereLayer("compile")
                .mayOnlyAccessLayers("error", "model", "expression", "lanes")
                .whereLayer("solve")
                .mayOnlyAccessLayers("error", "compile")
                .whereLayer("sweep")
                .mayOnlyAccessLayers("error", "template", "model", "compile", "solve", "random")
                .whereLayer("results")
                .mayOnlyAccessLayers("error", "solve", "sweep", "expression", "model")
                .whereLayer("measure")
                .mayOnlyAccessLayers("error", "expression")
                .whereLayer("sweepfile")
                .mayNotBeAccessedByAnyLayer()
                .check(CORE);
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + "(*)..")
                .should()
                .beFreeOfCycles()
                .check(CORE);
    }

    @Test
    void theCoreKnowsNothingOfKnimeOrOsgi() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.knime..", "org.osgi..", "org.eclipse..", "java.awt..", "javax.swing..")
                .check(CORE);
    }

    @Test
    void nothingIsKeptBetweenRuns() {
        ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .should()
                .beFinal()
                .because("mutable static state makes one run depend on another")
                .check(CORE);
    }
}
