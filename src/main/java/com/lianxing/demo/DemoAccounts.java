package com.lianxing.demo;

import com.lianxing.access.Credentials;
import com.lianxing.access.People;
import com.lianxing.access.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The people of the demo company, all with one public password; they exist only in the demo database. */
public final class DemoAccounts {

    public static final String PASSWORD = "lianxing-demo";
    public static final String DEPARTMENT = "sales-us";

    private static final ZoneId SHENZHEN = ZoneId.of("Asia/Shanghai");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    /** Somebody of the demo company. */
    public record Account(String id, String name, Locale language, ZoneId zone, Set<Role> roles) {

        static Account chinese(String id, String name, Role... roles) {
            return new Account(id, name, Locale.CHINESE, SHENZHEN, Set.of(roles));
        }

        static Account english(String id, String name, ZoneId zone, Role... roles) {
            return new Account(id, name, Locale.ENGLISH, zone, Set.of(roles));
        }
    }

    /** In the order of the login page. */
    public static final List<Account> ALL = List.of(
            Account.chinese("pm", "周敏 Zhou Min", Role.PROJECT_MANAGER),
            Account.chinese("ops", "李晓 Li Xiao", Role.OPERATIONS),
            Account.chinese("logistics", "王海 Wang Hai", Role.LOGISTICS),
            Account.chinese("purchasing", "陈静 Chen Jing", Role.PURCHASING),
            Account.chinese("compliance", "赵法 Zhao Fa", Role.COMPLIANCE),
            Account.chinese("design", "孙画 Sun Hua", Role.DESIGN),
            Account.chinese("ads", "吴广 Wu Guang", Role.ADVERTISING),
            Account.chinese("finance", "钱会 Qian Hui", Role.FINANCE),
            Account.english("manager", "Linda Park", LOS_ANGELES, Role.DEPARTMENT_MANAGER),
            Account.english("cfo", "David Chen", LOS_ANGELES, Role.CFO),
            Account.chinese("gm", "郑总 Zheng Zong", Role.GENERAL_MANAGER),
            Account.chinese("director", "何董 He Dong", Role.DIRECTOR),
            Account.chinese("owner", "流程甲 Liu Jia", Role.PROCESS_OWNER),
            Account.chinese("owner2", "流程乙 Liu Yi", Role.PROCESS_OWNER),
            Account.english("auditor", "Ann Weber", ZoneId.of("America/New_York"), Role.AUDITOR),
            Account.chinese("trio", "小团队 Xiao Tuan", Role.PROJECT_MANAGER, Role.OPERATIONS, Role.ADVERTISING),
            Account.english("opsus", "Maria Lopez", LOS_ANGELES, Role.OPERATIONS),
            Account.chinese("integrator", "接口 Jie Kou", Role.INTEGRATION_ADMIN),
            Account.chinese("admin", "管理员 Guan Li", Role.CAMUNDA_ADMIN));

    private DemoAccounts() {}

    /** Adds whoever is missing. */
    public static void enrol(Credentials credentials, People people) {
        people.putDepartment(DEPARTMENT, "美国事业部", "US division");
        for (Account account : ALL) {
            credentials.enrol(account.id(), account.name(), PASSWORD, account.roles());
            people.put(account.id(), account.name(), account.language(), account.zone(), DEPARTMENT);
        }
    }
}
