<?php
/** Sets up a fresh WordPress: the site, the people, the plugin, a page for each way to embed. */

$given = json_decode( $argv[1], true );

$_SERVER['HTTP_HOST']   = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
define( 'WP_INSTALLING', true );
require $given['site'] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

ob_start();
$admin = $given['admin'];
wp_install( 'Intranet', $admin['login'], $admin['mail'], false, '', wp_slash( $admin['password'] ) );
switch_theme( 'twentytwentythree' );

$roles = array( 'editor', 'subscriber' );
foreach ( $given['people'] as $nth => $person ) {
	wp_insert_user(
		array(
			'user_login'   => $person['login'],
			'user_pass'    => $person['password'],
			'user_email'   => $person['mail'],
			'display_name' => $person['name'],
			'role'         => $roles[ $nth ],
		)
	);
}
$failed = activate_plugin( 'policy-elements/policy-elements.php' );
if ( is_wp_error( $failed ) ) {
	fwrite( STDERR, $failed->get_error_message() );
	exit( 1 );
}

/** As the editor saves it: what the role may not write is taken out. */
function page( $author, $title, $content ) {
	wp_set_current_user( get_user_by( 'login', $author )->ID );
	kses_init();
	return wp_insert_post(
		wp_slash(
			array(
				'post_type'    => 'page',
				'post_status'  => 'publish',
				'post_title'   => $title,
				'post_content' => $content,
			)
		)
	);
}

$editor = $given['people'][0]['login'];
$pages  = array(
	'shortcode' => page(
		$editor,
		'Our policy',
		"<!-- wp:shortcode -->\n[policy-viewer src=\"/policies/social-media.json\" lang=\"nl\" endpoint=\"https://elsewhere.example/\" align=\"wide\"]<a href=\"/policies/social-media.pdf\">Lees het beleid</a>[/policy-viewer]\n<!-- /wp:shortcode -->"
	),
	'block'     => page(
		$editor,
		'The policy as a block',
		'<!-- wp:policy-elements/viewer {"src":"/policies/social-media.json","lang":"fr","align":"wide"} /-->'
	),
	'elsewhere' => page(
		$editor,
		'A policy of another site',
		"<!-- wp:shortcode -->\n[policy-viewer src=\"//elsewhere.example/policy.json\"]x[/policy-viewer]\n<!-- /wp:shortcode -->"
	),
	'html'      => page(
		$admin['login'],
		'The policy as HTML',
		"<!-- wp:html -->\n<script type=\"module\" src=\"/wp-content/plugins/policy-elements/assets/policy-elements.js\"></script>\n<policy-viewer src=\"/policies/social-media.json\" lang=\"en\" hide=\"acknowledgement\"><a href=\"/policies/social-media.pdf\">Read the policy</a></policy-viewer>\n<!-- /wp:html -->"
	),
);
ob_end_clean();
echo wp_json_encode( $pages );
