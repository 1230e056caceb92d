/**
 * Pages of the expectation register: noting, agreeing, delivering, confirming.
 */
@NullMarked
package io.cesm.web.expectation;

import org.jspecify.annotations.NullMarked;
