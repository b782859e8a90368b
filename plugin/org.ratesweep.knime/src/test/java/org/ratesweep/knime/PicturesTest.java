/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ratesweep.workflow.WorkflowPicture;

/** The pictures of the documentation show what is there. */
class PicturesTest {
    private static final Path PICTURE = Path.of("../../docs/jansen-rit-workflow.svg");

    private static final Path DRAWN = Path.of("target/jansen-rit-workflow.svg");

    @Test
    void theTutorialsWorkflowLooksAsInTheReadme() throws Exception {
        Files.writeString(
                DRAWN,
                WorkflowPicture.draw(Path.of("../../test-workflows/jansen-rit-connectivity"), Path.of("icons/src")));
        assertEquals(
                Files.readString(DRAWN),
                Files.readString(PICTURE),
                () -> "if the workflow is meant to look otherwise now, replace the picture by " + DRAWN);
    }
}
