/**
 * Pages on which questionnaires are written, checked, published and looked at as
 * respondents will see them.
 */
@NullMarked
package io.cesm.web.survey;

import org.jspecify.annotations.NullMarked;
