/**
 * Pages and endpoints of customers: register, record with its panels, team, tier, market.
 */
@NullMarked
package io.cesm.web.customer;

import org.jspecify.annotations.NullMarked;
