/**
 * Carries mails to the mail server, one recipient each.
 */
@NullMarked
package io.cesm.web.mail;

import org.jspecify.annotations.NullMarked;
