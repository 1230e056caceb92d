/**
 * Reports of a month: written in sentences in both languages, edited, released, printed
 * and sent by mail.
 */
@NullMarked
package io.cesm.web.report;

import org.jspecify.annotations.NullMarked;
