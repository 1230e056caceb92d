/**
 * Gives stored files out, as attachments that no browser runs.
 */
@NullMarked
package io.cesm.web.files;

import org.jspecify.annotations.NullMarked;
