/**
 * Pages of lessons and articles, and what is offered while somebody types.
 */
@NullMarked
package io.cesm.web.lesson;

import org.jspecify.annotations.NullMarked;
