package io.cesm.web.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.complaint.TellingIncidents;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WebTest
class ManyComplaintsApiTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
    }

    @Test
    void programsLeadAnIncidentFromGatheringToClosing() throws Exception {
        var api = api();
        var first = file("冷却泵停机");
        var second = file("泵又停了");
        var opened = api.postOnce("/incidents", "n-" + first, "{\"title\":\"冷却泵批次\",\"words\":\"三月批次密封失效\"}")
            .andExpect(status().isCreated())
            .andExpect(header().string("ETag", "\"0\""));
        var again = api.postOnce("/incidents", "n-" + first, "{\"title\":\"冷却泵批次\",\"words\":\"三月批次密封失效\"}");
        String id = Api.read(opened, "$.id");
        assertThat(Api.<String>read(again, "$.id")).as("sent twice, opened once").isEqualTo(id);
        var here = "/incidents/" + id;
        api.put(here + "/complaints/" + first, 0, "").andExpect(status().isNoContent());
        api.put(here + "/complaints/" + first, 0, "").andExpect(status().isNoContent());
        api.put(here + "/complaints/" + second, 0, "").andExpect(status().isNoContent());
        api.get(here + "/complaints").andExpect(jsonPath("$", hasSize(2)));
        api.get("/complaints/" + first + "/kinship").andExpect(jsonPath("$.incident.id").value(id));
        api.delete(here + "/complaints/" + second).andExpect(status().isNoContent());
        api.delete(here + "/complaints/" + second).andExpect(status().isNotFound());
        api.post(here + "/messages/preview", "{\"zh\":\"{{nobody}}\"}")
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[0].field").value("zh"));
        api.post(here + "/messages/preview", "{\"zh\":\"{{contact}}，{{number}} 明天更换\"}")
            .andExpect(jsonPath("$", hasSize(1)));
        api.post(here + "/messages", "{\"zh\":\"{{contact}}，{{number}} 明天更换\"}").andExpect(status().isAccepted());
        context.getBean(TellingIncidents.class).tell();
        api.get(here + "/messages").andExpect(jsonPath("$[0].waiting").value(0));
        api.post(here + "/solution", "{\"complaints\":[\"" + second + "\"],\"words\":\"好了\"}")
            .andExpect(status().isNotFound());
        api.post(here + "/solution", "{\"complaints\":[\"" + first + "\"],\"words\":\"好了\",\"channel\":\"PHONE\"}")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.refused").value(1))
            .andExpect(jsonPath("$.results[0].code").exists());
        api.post(here + "/close", "{}").andExpect(status().isPreconditionRequired());
        api.post(here + "/close", 0, "{}").andExpect(status().isUnprocessableContent());
        api.delete(here + "/complaints/" + first).andExpect(status().isNoContent());
        api.post(here + "/close", 7, "{}").andExpect(status().isPreconditionFailed());
        api.post(here + "/close", 0, "{}").andExpect(status().isOk()).andExpect(jsonPath("$.isOpen").value(false));
    }

    @Test
    void manyAreChangedAndEachRowSaysWhatBecameOfIt() throws Exception {
        var api = api();
        var open = file("没人管的");
        var ended = file("撤回的");
        people.as(account.csr(), () -> context.getBean(HandlingComplaints.class)
            .take(ended, null, Step.WITHDRAW, TakeStep.saying("不需要了")));
        var nowhere = UUID.randomUUID();
        api.post("/complaints/bulk",
                "{\"complaints\":[\"%s\",\"%s\",\"%s\"],\"owner\":\"%s\",\"words\":\"统一跟进\"}".formatted(open, ended,
                        nowhere, account.fr()))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.done").value(1))
            .andExpect(jsonPath("$.refused").value(2))
            .andExpect(jsonPath("$.results[0].done").value(true))
            .andExpect(jsonPath("$.results[1].detail").isNotEmpty())
            .andExpect(jsonPath("$.results[2].code").value("complaint.bulk.unknown"));
        api.post("/complaints/bulk", "{\"complaints\":[\"%s\"]}".formatted(open))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.code").value("complaint.bulk.nothing"));
        api.post("/complaints/bulk", "{\"complaints\":[],\"watch\":true}").andExpect(status().isUnprocessableContent());
        api.post("/complaints/bulk", "{\"complaints\":[\"%s\"],\"step\":\"nonsense\"}".formatted(open))
            .andExpect(jsonPath("$.errors[0].field").value("step"));
        api.post("/complaints/bulk", "{\"complaints\":[\"%s\"],\"state\":\"CLOSED\"}".formatted(open))
            .andExpect(status().isBadRequest());
    }

    @Test
    void oneIsTakenApartAndTwoAreMadeOne() throws Exception {
        var api = api();
        var whole = file("泵停机，另外发票也错了");
        var made = api.post("/complaints/" + whole + "/split", "{\"words\":\"发票金额错了\",\"impact\":4,\"urgency\":4}")
            .andExpect(status().isCreated());
        String part = Api.read(made, "$.id");
        api.get("/complaints/" + part + "/kinship").andExpect(jsonPath("$.takenOutOf.id").value(whole.toString()));
        api.get("/complaints/" + whole + "/kinship").andExpect(jsonPath("$.parts[0].id").value(part));
        api.post("/complaints/" + whole + "/split", "{\"words\":\" \"}").andExpect(status().isBadRequest());
        api.post("/complaints/" + part + "/steps/merge", "{\"into\":\"" + whole + "\"}")
            .andExpect(status().isPreconditionRequired());
        var version = Api.<Integer>read(api.get("/complaints/" + part), "$.version");
        api.post("/complaints/" + part + "/steps/merge", version, "{\"into\":\"" + whole + "\",\"words\":\"同一件事\"}")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.state").value("MERGED"));
    }

    @Test
    void othersReachNothingAndReadersChangeNothing() throws Exception {
        var mine = file("泵停机");
        var stranger = new Api(context, new Accounts(context).make().csr(), Right.VIEW, Right.COMPLAINT_EDIT);
        var opened = stranger.post("/incidents", "{\"title\":\"泵\",\"words\":\"密封\"}");
        String id = Api.read(opened, "$.id");
        stranger.put("/incidents/" + id + "/complaints/" + mine, 0, "").andExpect(status().isNotFound());
        stranger.post("/complaints/" + mine + "/split", "{\"words\":\"x\"}").andExpect(status().isNotFound());
        stranger.get("/complaints/" + mine + "/kinship").andExpect(status().isNotFound());
        stranger.post("/complaints/bulk", "{\"complaints\":[\"" + mine + "\"],\"words\":\"x\"}")
            .andExpect(jsonPath("$.done").value(0));
        var reader = new Api(context, account.csr(), Right.VIEW);
        reader.post("/incidents", "{\"title\":\"泵\",\"words\":\"密封\"}").andExpect(status().isForbidden());
        reader.get("/clock-recomputes/preview").andExpect(status().isForbidden());
    }

    @Test
    void openClocksAreWorkedOutAnewOnlyWhenAskedFor() throws Exception {
        file("泵停机");
        var admin = new Api(context, people.hire(account.unit(), Role.ADMIN), Right.VIEW, Right.SETTINGS);
        admin.get("/clock-recomputes/preview").andExpect(status().isOk()).andExpect(jsonPath("$.open").isNumber());
        admin.post("/clock-recomputes", "{}")
            .andExpect(status().isAccepted())
            .andExpect(jsonPath("$[0].id").isNotEmpty());
        admin.get("/escalation-moves").andExpect(status().isOk());
    }

    private Api api() {
        return new Api(context, account.csr(), Right.VIEW, Right.COMPLAINT_EDIT);
    }

    private ComplaintId file(String words) {
        return people.as(account.csr(),
                () -> context.getBean(FilingComplaints.class)
                    .file(FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), words),
                            List.of()));
    }

}
