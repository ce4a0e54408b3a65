import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Bureau',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='名称')),
                ('short_name', models.CharField(blank=True, max_length=50, verbose_name='简称')),
            ],
            options={
                'verbose_name': '单位',
                'verbose_name_plural': '单位',
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='bureau_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Department',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='名称')),
                ('position', models.IntegerField(default=0, verbose_name='排序')),
                ('bureau', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='departments', to='speeches.bureau', verbose_name='单位')),
            ],
            options={
                'verbose_name': '处室',
                'verbose_name_plural': '处室',
                'ordering': ('position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('name', models.CharField(blank=True, max_length=50, verbose_name='姓名')),
                ('post', models.CharField(blank=True, max_length=100, verbose_name='职务')),
                ('role', models.CharField(choices=[('drafter', '起草人'), ('reviewer', '审核人'), ('contributor', '供稿人'), ('leader', '领导'), ('administrator', '管理员')], default='contributor', max_length=20, verbose_name='角色')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ('bureau', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='users', to='speeches.bureau', verbose_name='单位')),
                ('department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='users', to='speeches.department', verbose_name='处室')),
            ],
            options={
                'verbose_name': '用户',
                'verbose_name_plural': '用户',
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('name', models.CharField(max_length=200, verbose_name='会议名称')),
                ('kind', models.CharField(choices=[('half_year', '半年度工作会议'), ('annual', '年度工作会议'), ('special', '专题推进会'), ('other', '其他会议')], default='half_year', max_length=20, verbose_name='会议类型')),
                ('period', models.CharField(blank=True, help_text='如：2026年上半年', max_length=50, verbose_name='报告时段')),
                ('date', models.DateField(blank=True, null=True, verbose_name='会议日期')),
                ('venue', models.CharField(blank=True, max_length=200, verbose_name='地点')),
                ('host', models.CharField(blank=True, max_length=100, verbose_name='主持人')),
                ('audience', models.TextField(blank=True, verbose_name='参会人员')),
                ('purpose', models.TextField(blank=True, verbose_name='会议目的')),
                ('preceding', models.TextField(blank=True, help_text='如：刚才，各处室汇报了……', verbose_name='此前议程')),
                ('bureau', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='speeches.bureau', verbose_name='单位')),
            ],
            options={
                'verbose_name': '会议',
                'verbose_name_plural': '会议',
                'ordering': (models.OrderBy(models.F('date'), descending=True, nulls_first=True), '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Node',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('position', models.IntegerField(editable=False, verbose_name='次序')),
                ('kind', models.CharField(choices=[('achievements', '成绩'), ('problems', '问题'), ('priorities', '重点工作'), ('requirements', '工作要求'), ('narrative', '叙述'), ('category', '成绩类别'), ('problem', '问题条目'), ('priority', '工程'), ('requirement', '要求'), ('point', '要点'), ('item', '分项')], editable=False, max_length=20, verbose_name='类型')),
                ('heading', models.CharField(blank=True, max_length=200, verbose_name='标题')),
                ('heading_run_in', models.BooleanField(default=False, verbose_name='标题接排')),
                ('body', models.TextField(blank=True, verbose_name='正文')),
                ('tail', models.TextField(blank=True, verbose_name='段末语')),
                ('marker', models.CharField(choices=[('outline', '按层次：一、（一）1.（1）'), ('han', '一、'), ('han_bracketed', '（一）'), ('arabic', '1.'), ('arabic_bracketed', '（1）'), ('shi', '一是'), ('yao', '一要'), ('di', '第一，'), ('none', '不编号')], default='outline', max_length=20, verbose_name='下级序号')),
                ('layout', models.CharField(choices=[('blocks', '逐条分列'), ('paragraphs', '每条一段'), ('run_in', '连排成一段'), ('run_in_tail', '连排成一段，段末语也接排')], default='blocks', max_length=20, verbose_name='下级排法')),
                ('separator', models.CharField(choices=[('semicolon', '分号'), ('comma', '逗号')], default='semicolon', max_length=20, verbose_name='连排时的分隔')),
                ('etcetera', models.BooleanField(default=False, verbose_name='以“等等”收尾')),
                ('collective', models.CharField(blank=True, help_text='不写数字，如：稳、大工程、个坚持', max_length=20, verbose_name='合称')),
                ('deadline', models.DateField(blank=True, null=True, verbose_name='完成时限')),
                ('deleted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='删除时间')),
                ('answers', models.ManyToManyField(blank=True, related_name='answered_by', to='speeches.node', verbose_name='回应的问题')),
                ('deleted_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='删除人')),
                ('department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='speeches.department', verbose_name='责任处室')),
                ('parent', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='speeches.node', verbose_name='上级')),
            ],
            options={
                'verbose_name': '条目',
                'verbose_name_plural': '条目',
                'ordering': ('position',),
            },
        ),
        migrations.CreateModel(
            name='AchievementCategory',
            fields=[
            ],
            options={
                'verbose_name': '成绩类别',
                'verbose_name_plural': '成绩类别',
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('speeches.node',),
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
            ],
            options={
                'verbose_name': '分项',
                'verbose_name_plural': '分项',
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('speeches.node',),
        ),
        migrations.CreateModel(
            name='Priority',
            fields=[
            ],
            options={
                'verbose_name': '工程',
                'verbose_name_plural': '工程',
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('speeches.node',),
        ),
        migrations.CreateModel(
            name='Problem',
            fields=[
            ],
            options={
                'verbose_name': '问题',
                'verbose_name_plural': '问题',
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('speeches.node',),
        ),
        migrations.CreateModel(
            name='Requirement',
            fields=[
            ],
            options={
                'verbose_name': '要求',
                'verbose_name_plural': '要求',
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('speeches.node',),
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
            ],
            options={
                'verbose_name': '部分',
                'verbose_name_plural': '部分',
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('speeches.node',),
        ),
        migrations.CreateModel(
            name='Speech',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('title', models.TextField(help_text='换行处为人工分行', verbose_name='标题')),
                ('subtitle', models.CharField(blank=True, max_length=200, verbose_name='副标题')),
                ('speaker', models.CharField(blank=True, max_length=50, verbose_name='讲话人')),
                ('post', models.CharField(blank=True, max_length=100, verbose_name='职务')),
                ('date_note', models.CharField(blank=True, max_length=100, verbose_name='日期说明')),
                ('kind', models.CharField(choices=[('speech', '讲话'), ('notes', '讲话提纲'), ('report', '工作报告')], default='speech', max_length=20, verbose_name='文种')),
                ('salutation', models.CharField(blank=True, max_length=200, verbose_name='称谓')),
                ('opening', models.TextField(blank=True, verbose_name='开场')),
                ('closing', models.TextField(blank=True, verbose_name='结尾')),
                ('marker', models.CharField(choices=[('outline', '按层次：一、（一）1.（1）'), ('han', '一、'), ('han_bracketed', '（一）'), ('arabic', '1.'), ('arabic_bracketed', '（1）'), ('shi', '一是'), ('yao', '一要'), ('di', '第一，'), ('none', '不编号')], default='outline', max_length=20, verbose_name='部分的序号')),
                ('state', models.CharField(choices=[('draft', '起草中'), ('final', '定稿')], default='draft', editable=False, max_length=20, verbose_name='状态')),
                ('revision', models.PositiveIntegerField(default=1, editable=False, verbose_name='稿次')),
                ('changed_at', models.DateTimeField(auto_now_add=True, verbose_name='修改时间')),
                ('changed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='修改人')),
                ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='起草人')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='speeches', to='speeches.meeting', verbose_name='会议')),
            ],
            options={
                'verbose_name': '讲话稿',
                'verbose_name_plural': '讲话稿',
                'ordering': ('-changed_at', '-pk'),
            },
        ),
        migrations.AddField(
            model_name='node',
            name='speech',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='nodes', to='speeches.speech', verbose_name='讲话稿'),
        ),
        migrations.CreateModel(
            name='History',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table', models.CharField(max_length=20)),
                ('key', models.BigIntegerField()),
                ('field', models.CharField(max_length=50)),
                ('replaced', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='history', to='speeches.meeting', verbose_name='会议')),
                ('speech', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='history', to='speeches.speech', verbose_name='讲话稿')),
            ],
            options={
                'verbose_name': '修改记录',
                'verbose_name_plural': '修改记录',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='FinalCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.JSONField(verbose_name='文档')),
                ('revision', models.PositiveIntegerField(verbose_name='稿次')),
                ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='定稿时间')),
                ('reopened_at', models.DateTimeField(null=True, verbose_name='退回时间')),
                ('reopened_because', models.TextField(blank=True, verbose_name='退回原因')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='定稿人')),
                ('reopened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='退回人')),
                ('speech', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='final_copies', to='speeches.speech', verbose_name='讲话稿')),
            ],
            options={
                'verbose_name': '定稿',
                'verbose_name_plural': '定稿',
                'ordering': ('-made_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('name', models.CharField(max_length=50, validators=[django.core.validators.RegexValidator('^[^{}｛｝:：\\s]+$', '名称里不要用空格、冒号和花括号，例如：新增学位。')], verbose_name='名称')),
                ('value', models.CharField(blank=True, max_length=50, verbose_name='数值')),
                ('unit', models.CharField(blank=True, max_length=20, verbose_name='单位')),
                ('confirmed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='确认时间')),
                ('deleted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='删除时间')),
                ('confirmed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='确认人')),
                ('deleted_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='删除人')),
                ('department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='speeches.department', verbose_name='提供处室')),
                ('speech', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='speeches.speech', verbose_name='讲话稿')),
            ],
            options={
                'verbose_name': '数据',
                'verbose_name_plural': '数据',
                'ordering': ('pk',),
            },
        ),
        migrations.AddConstraint(
            model_name='department',
            constraint=models.UniqueConstraint(fields=('bureau', 'name'), name='department_name_is_unique_in_its_bureau'),
        ),
        migrations.AddConstraint(
            model_name='department',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='department_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['drafter', 'reviewer', 'contributor', 'leader', 'administrator'])), name='user_role_is_known'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='meeting_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['half_year', 'annual', 'special', 'other'])), name='meeting_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='speech',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='speech_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='speech',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'final'])), name='speech_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='speech',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['speech', 'notes', 'report'])), name='speech_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='speech',
            constraint=models.CheckConstraint(condition=models.Q(('marker__in', ['outline', 'han', 'han_bracketed', 'arabic', 'arabic_bracketed', 'shi', 'yao', 'di', 'none'])), name='speech_marker_is_known'),
        ),
        migrations.AddConstraint(
            model_name='node',
            constraint=models.UniqueConstraint(condition=models.Q(('deleted_at__isnull', True)), fields=('parent', 'position'), name='node_position_is_unique_among_living_siblings'),
        ),
        migrations.AddConstraint(
            model_name='node',
            constraint=models.UniqueConstraint(condition=models.Q(('deleted_at__isnull', True), ('parent__isnull', True)), fields=('speech', 'position'), name='part_position_is_unique_in_its_speech'),
        ),
        migrations.AddConstraint(
            model_name='node',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('achievements', 'problems', 'priorities', 'requirements', 'narrative')), ('parent__isnull', True)), models.Q(('parent__isnull', False), models.Q(('kind__in', ('achievements', 'problems', 'priorities', 'requirements', 'narrative')), _negated=True)), _connector='OR'), name='parts_and_only_parts_stand_at_the_top'),
        ),
        migrations.AddConstraint(
            model_name='node',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['achievements', 'problems', 'priorities', 'requirements', 'narrative', 'category', 'problem', 'priority', 'requirement', 'point', 'item'])), name='node_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='node',
            constraint=models.CheckConstraint(condition=models.Q(('marker__in', ['outline', 'han', 'han_bracketed', 'arabic', 'arabic_bracketed', 'shi', 'yao', 'di', 'none'])), name='node_marker_is_known'),
        ),
        migrations.AddConstraint(
            model_name='node',
            constraint=models.CheckConstraint(condition=models.Q(('layout__in', ['blocks', 'paragraphs', 'run_in', 'run_in_tail'])), name='node_layout_is_known'),
        ),
        migrations.AddConstraint(
            model_name='node',
            constraint=models.CheckConstraint(condition=models.Q(('separator__in', ['semicolon', 'comma'])), name='node_separator_is_known'),
        ),
        migrations.AddConstraint(
            model_name='node',
            constraint=models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('pk')), _negated=True), _connector='OR'), name='node_is_not_its_own_parent'),
        ),
        migrations.AddIndex(
            model_name='history',
            index=models.Index(fields=['table', 'key', 'version'], name='history_of_a_row'),
        ),
        migrations.AddConstraint(
            model_name='history',
            constraint=models.UniqueConstraint(fields=('table', 'key', 'field', 'version'), name='history_records_a_field_once_per_version'),
        ),
        migrations.AddConstraint(
            model_name='history',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('meeting__isnull', False), ('speech__isnull', True)), models.Q(('meeting__isnull', True), ('speech__isnull', False)), _connector='OR'), name='history_belongs_to_a_speech_or_a_meeting'),
        ),
        migrations.AddConstraint(
            model_name='finalcopy',
            constraint=models.UniqueConstraint(fields=('speech', 'revision'), name='a_revision_is_final_once'),
        ),
        migrations.AddConstraint(
            model_name='finalcopy',
            constraint=models.UniqueConstraint(condition=models.Q(('reopened_at__isnull', True)), fields=('speech',), name='a_speech_has_one_standing_final_copy'),
        ),
        migrations.AddConstraint(
            model_name='finalcopy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reopened_at__isnull', True), ('reopened_because', '')), models.Q(('reopened_at__isnull', False), models.Q(('reopened_because', ''), _negated=True)), _connector='OR'), name='a_final_copy_is_reopened_for_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.UniqueConstraint(condition=models.Q(('deleted_at__isnull', True)), fields=('speech', 'name'), name='figure_name_is_unique_in_its_speech', violation_error_message='这篇讲话稿里已有同名的数据，请换一个名称。'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='figure_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(('name__in', ['合称', '数量', '要点']), _negated=True), name='figure_name_is_not_reserved', violation_error_message='合称、数量、要点有专门用途，请换一个名称。'),
        ),
    ]
