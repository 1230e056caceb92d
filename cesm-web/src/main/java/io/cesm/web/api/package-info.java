/**
 * What all endpoints of the REST API share: problems, versions, the OpenAPI document.
 */
@NullMarked
package io.cesm.web.api;

import org.jspecify.annotations.NullMarked;
