package io.cesm.web.casepage;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CaseLinkState;
import io.cesm.domain.complaint.PartyByLink;
import io.cesm.domain.complaint.RoomOfParty;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.web.answer.Guessers;
import io.cesm.web.complaint.ComplaintUploads;
import io.cesm.web.files.Attachments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * A complaint as one of its parties sees it. As on the customer's page the token is
 * swapped for a cookie, and only the button changes anything.
 */
@Controller
class RoomController {

    private final PartyByLink parties;

    private final Guessers guessers;

    private final RoomCookie cookie;

    RoomController(PartyByLink parties, Guessers guessers, RoomCookie cookie) {
        this.parties = parties;
        this.guessers = guessers;
        this.cookie = cookie;
    }

    @GetMapping("/c/room/{token}")
    String swap(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (guessers.areTooMany(request, response, model, CaseLinkState.EXPIRED)) {
            return "casepage/gone";
        }
        var seen = parties.look(token);
        if (seen.state() == CaseLinkState.OPEN) {
            return "redirect:/c/rooms/" + cookie.keep(response, token);
        }
        if (seen.state() == CaseLinkState.UNKNOWN) {
            guessers.missed(request);
        }
        return gone(seen.state(), response, model);
    }

    @GetMapping("/c/rooms/{ref}")
    String show(@PathVariable String ref, @RequestParam @Nullable String done, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var token = cookie.token(request, ref);
        var seen = parties.look(token);
        if (token == null || seen.room() == null) {
            return gone(seen.state(), response, model);
        }
        if ("GET".equals(request.getMethod())) {
            parties.shown(token);
        }
        model.addAttribute("done", "write".equals(done));
        return page(ref, seen.room(), request, response, model);
    }

    @PostMapping("/c/rooms/{ref}/messages")
    String write(@PathVariable String ref, @RequestParam @Nullable String words,
            @RequestParam @Nullable List<MultipartFile> files, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var token = cookie.token(request, ref);
        var seen = parties.look(token);
        if (token == null || seen.room() == null) {
            return gone(seen.state(), response, model);
        }
        try {
            parties.write(token, words, ComplaintUploads.of(files), request.getRemoteAddr());
            return "redirect:/c/rooms/" + ref + "?done=write";
        }
        catch (Refusal refusal) {
            response.setStatus(422);
            model.addAttribute("refused",
                    new CaseController.Refused("write", words, refusal.messageKey(), refusal.args().toArray()));
        }
        return page(ref, seen.room(), request, response, model);
    }

    /** A file that was shared with the party; always saved, never shown in our name. */
    @GetMapping("/c/rooms/{ref}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable String ref, @PathVariable UUID file, HttpServletRequest request) {
        var token = cookie.token(request, ref);
        if (token == null) {
            throw new UnknownThing();
        }
        var found = parties.file(token, file);
        return ResponseEntity.ok().headers(Attachments.headers(found.name(), found.mediaType())).body(found.content());
    }

    private static String page(String ref, RoomOfParty room, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        CaseTongue.speak(room.language(), request);
        model.addAttribute("it", room);
        model.addAttribute("ref", ref);
        response.setHeader("Cache-Control", "private, no-store");
        return "casepage/room";
    }

    private static String gone(CaseLinkState state, HttpServletResponse response, Model model) {
        if (state != CaseLinkState.REVOKED) {
            return CaseController.gone(state, response, model);
        }
        response.setStatus(410);
        return "casepage/room-ended";
    }

}
