package io.cesm.web.answer.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.satisfaction.answer.FaultyAnswers;
import io.cesm.satisfaction.answer.LinkClosed;
import io.cesm.satisfaction.answer.LinkState;
import io.cesm.satisfaction.answer.Receipt;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What endpoints that take answers say when they do not. */
abstract class IntakeEndpoint {

    private final MessageSource messages;

    IntakeEndpoint(MessageSource messages) {
        this.messages = messages;
    }

    /** What is wrong with one answer. */
    record FaultJson(String field, String code, String message) {
    }

    /** Says that an answer is kept. */
    record ReceiptJson(String receipt, boolean repeated) {
    }

    static ResponseEntity<ReceiptJson> answer(Receipt receipt) {
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
            .body(new ReceiptJson(receipt.number(), receipt.repeated()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> faulty(FaultyAnswers faulty, Locale locale) {
        var faults = faulty.faults()
            .stream()
            .limit(200)
            .map(it -> new FaultJson("answers." + it.key(), it.code(),
                    String.valueOf(
                            messages.getMessage("answer.wrong." + it.code(), it.args().toArray(), it.code(), locale))))
            .toList();
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, faulty.code(), faulty.args(), Map.of("errors", faults),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> closed(LinkClosed closed, Locale locale) {
        var status = closed.state() == LinkState.NOT_YET ? HttpStatus.CONFLICT : HttpStatus.GONE;
        return problem(status, closed.code(), closed.args(), Map.of("state", closed.state()), locale);
    }

    ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, List<Object> args, Map<String, ?> more,
            Locale locale) {
        var problem = ProblemDetail.forStatus(status);
        problem.setDetail(messages.getMessage("refusal." + code, args.toArray(), code, locale));
        Map<String, Object> properties = new LinkedHashMap<>(more);
        properties.put("code", code);
        problem.setProperties(properties);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

}
