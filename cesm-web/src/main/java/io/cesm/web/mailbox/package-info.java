/**
 * Reads the mail box to which customers write: IMAP, text only, each mail once.
 */
@NullMarked
package io.cesm.web.mailbox;

import org.jspecify.annotations.NullMarked;
