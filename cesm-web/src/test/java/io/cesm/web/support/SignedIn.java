package io.cesm.web.support;

import io.cesm.domain.people.StaffId;
import io.cesm.web.security.StaffAuthentication;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Lets a MockMvc request come from a member of staff who has signed in:
 * {@code mvc.perform(get("/customers").with(SignedIn.as(csr)))}. Rights and scope are
 * those of the database at this moment.
 */
public final class SignedIn {

    private SignedIn() {
    }

    public static RequestPostProcessor as(StaffId staff) {
        return request -> SecurityMockMvcRequestPostProcessors.authentication(authentication(staff, request))
            .postProcessRequest(request);
    }

    private static StaffAuthentication authentication(StaffId staff, MockHttpServletRequest request) {
        var context = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
        return context.getBean(StaffAuthentication.Maker.class).signedIn(staff, "127.0.0.1");
    }

}
