/**
 * Companions for measurements, in the profile {@code benchmark} only: the same pages
 * without the database.
 */
@NullMarked
package io.cesm.web.benchmark;

import org.jspecify.annotations.NullMarked;
