/**
 * What tests of all modules share: one PostgreSQL, slices and the counting of statements.
 */
@NullMarked
package io.cesm.domain.support;

import org.jspecify.annotations.NullMarked;
