/**
 * Files that people hand in: judged by their content, freed of what they tell about the
 * sender, and given out as attachments only.
 */
@NullMarked
@NamedInterface("files")
package io.cesm.domain.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
