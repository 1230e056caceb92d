/**
 * What every process of CESM shares.
 */
@NullMarked
package io.cesm.domain;

import org.jspecify.annotations.NullMarked;
