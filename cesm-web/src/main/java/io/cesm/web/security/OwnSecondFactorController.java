package io.cesm.web.security;

import java.util.List;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import io.cesm.domain.people.Access;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.web.security.BrowserContext.Proof;
import io.cesm.web.security.StaffAuthentication.Stage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second factor: set up a device, recovery codes, take it away. */
@Controller
@RequestMapping("/me/second-factor")
class OwnSecondFactorController {

    private final SecondFactors factors;

    private final BrowserSessions sessions;

    private final BrowserContext browsers;

    private final Timeline timeline;

    private final TransactionOperations transaction;

    OwnSecondFactorController(SecondFactors factors, BrowserSessions sessions, BrowserContext browsers,
            Timeline timeline, TransactionOperations transaction) {
        this.factors = factors;
        this.sessions = sessions;
        this.browsers = browsers;
        this.timeline = timeline;
        this.transaction = transaction;
    }

    @GetMapping
    String show(StaffAuthentication who, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        return page(who, model);
    }

    /** The picture that authenticator apps scan. */
    @GetMapping(path = "/picture.svg", produces = "image/svg+xml")
    ResponseEntity<String> picture(StaffAuthentication who) {
        var me = who.access();
        if (factors.has(me.staff())) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
            .header("Cache-Control", "no-store")
            .contentType(MediaType.valueOf("image/svg+xml"))
            .body(svg(address(me, factors.begin(me.staff()))));
    }

    @PostMapping
    String confirm(@RequestParam(defaultValue = "") String code, StaffAuthentication who, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var me = who.access();
        var recovery = factors.has(me.staff()) ? List.<String>of() : factors.confirm(me.staff(), code);
        response.setHeader("Cache-Control", "no-store");
        if (recovery.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("error", "login.code.wrong");
            return page(who, model);
        }
        sessions.endOthers(me.staff(), who.session());
        sessions.begin(request, me, Proof.STRONG);
        note(me, "SECOND_FACTOR_SET");
        model.addAttribute("recovery", recovery);
        return "people/me-recovery";
    }

    @PostMapping("/recovery")
    String renew(@RequestParam(defaultValue = "") String code, StaffAuthentication who, HttpServletResponse response,
            Model model) {
        var me = who.access();
        response.setHeader("Cache-Control", "no-store");
        if (!factors.judge(me.staff(), code).right()) {
            return wrong(who, response, model);
        }
        note(me, "RECOVERY_CODES_RENEWED");
        model.addAttribute("recovery", factors.renewRecovery(me.staff()));
        return "people/me-recovery";
    }

    @PostMapping("/remove")
    String remove(@RequestParam(defaultValue = "") String code, StaffAuthentication who, HttpServletRequest request,
            HttpServletResponse response, Model model, RedirectAttributes flash) {
        var me = who.access();
        if (browsers.stage(me, Proof.PASSWORD) == Stage.ENROLMENT || !factors.judge(me.staff(), code).right()) {
            return wrong(who, response, model);
        }
        factors.remove(me.staff());
        sessions.endOthers(me.staff(), who.session());
        sessions.begin(request, me, Proof.PASSWORD);
        note(me, "SECOND_FACTOR_REMOVED");
        flash.addFlashAttribute("notice", "me.factor.removed");
        return "redirect:/me/second-factor";
    }

    private String wrong(StaffAuthentication who, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("error", "login.code.wrong");
        return page(who, model);
    }

    private String page(StaffAuthentication who, Model model) {
        var me = who.access();
        boolean has = factors.has(me.staff());
        model.addAttribute("has", has);
        model.addAttribute("must", browsers.stage(me, Proof.PASSWORD) == Stage.ENROLMENT);
        model.addAttribute("left", has ? factors.recoveryLeft(me.staff()) : 0);
        if (!has) {
            model.addAttribute("secret", spaced(Base32.of(factors.begin(me.staff()))));
        }
        return who.needsEnrolment() ? "people/me-second-factor-first" : "people/me-second-factor";
    }

    private void note(Access me, String action) {
        transaction.executeWithoutResult(
                status -> timeline.record(Change.of(new Subject("STAFF", me.staff().id(), me.name(), null), action)));
    }

    private static String address(Access me, byte[] secret) {
        return "otpauth://totp/CESM:" + java.net.URLEncoder.encode(me.login(), java.nio.charset.StandardCharsets.UTF_8)
                + "?secret=" + Base32.of(secret) + "&issuer=CESM";
    }

    private static String spaced(String secret) {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String svg(String text) {
        try {
            var code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
                    java.util.Map.of(EncodeHintType.MARGIN, 4));
            var path = new StringBuilder();
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/><path d=\"%s\" fill=\"#000\"/></svg>"
                .formatted(code.getWidth(), code.getHeight(), path);
        }
        catch (WriterException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The letters in which secrets of authenticator apps are written (RFC 4648). */
    static final class Base32 {

        private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

        private Base32() {
        }

        static String of(byte[] bytes) {
            var bits = new java.math.BigInteger(1, bytes);
            var out = new StringBuilder();
            for (int i = (bytes.length * 8 + 4) / 5 - 1; i >= 0; i--) {
                out.append(LETTERS.charAt(bits.shiftRight(i * 5).intValue() & 31));
            }
            return out.toString();
        }

    }

}
