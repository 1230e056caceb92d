/**
 * Answers for programs: sent in by devices and other systems, and read.
 */
@NullMarked
package io.cesm.web.answer.api;

import org.jspecify.annotations.NullMarked;
