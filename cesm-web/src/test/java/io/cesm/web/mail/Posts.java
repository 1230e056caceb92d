package io.cesm.web.mail;

import com.icegreen.greenmail.util.GreenMail;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Posts that lead to the mail server of a test. */
public final class Posts {

    private Posts() {
    }

    public static MailPost to(GreenMail server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new MailPost(beans.getBeanProvider(JavaMailSender.class), "cesm@henglan.example", "衡岚 CESM", "");
    }

}
