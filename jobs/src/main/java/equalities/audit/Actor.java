package equalities.audit;

import com.sun.security.auth.module.UnixSystem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Who does it.
 *
 * @param user of the operating system
 * @param run one call of a command: random, 16 hexadecimal digits
 */
public record Actor(String user, String host, long process, String run) {

    /** This process, about to do something. */
    public static Actor thisProcess() {
        return new Actor(thisUser(), thisMachine(), ProcessHandle.current().pid(), random());
    }

    /** As the operating system knows it: {@code user.name} is whatever the caller gave to Java. */
    private static String thisUser() {
        try {
            return new UnixSystem().getUsername();
        } catch (UnsatisfiedLinkError noUnix) {
            return System.getProperty("user.name", "?");
        }
    }

    /** 16 hexadecimal digits that nothing else has. */
    static String random() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String thisMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "this machine";
        }
    }
}
