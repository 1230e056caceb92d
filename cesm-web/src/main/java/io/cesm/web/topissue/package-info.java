/**
 * The pages of TOP issues: the register, the record with plan, tasks and answers, and
 * what customers see by their links.
 */
@NullMarked
package io.cesm.web.topissue;

import org.jspecify.annotations.NullMarked;
