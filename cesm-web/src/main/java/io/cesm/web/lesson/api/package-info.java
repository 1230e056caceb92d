/**
 * The API of lessons and articles.
 */
@NullMarked
package io.cesm.web.lesson.api;

import org.jspecify.annotations.NullMarked;
